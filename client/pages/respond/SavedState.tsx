import type { RespondText } from '../../text/respond/sv.ts';
import type { Saved } from './draftKeeper.ts';

/** Always in the same place, so that it can be trusted at a glance. */
export const SavedState = ({ saved, text }: { saved: Saved; text: RespondText }) => {
  const words: Record<Saved, string> = {
    none: '',
    saving: text.saving,
    saved: text.saved,
    onDevice: text.savedOnDevice,
    nowhere: text.notSaved,
  };
  return (
    <p className={`saved saved-${saved}`} role="status">
      {words[saved]}
    </p>
  );
};
