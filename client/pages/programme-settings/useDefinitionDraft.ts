import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProgrammeInput } from '../../../server/contract/programme.ts';
import { type ProgrammeDocument, useProgrammeChange } from '../../api/programmes.ts';

/** The definition as it is being changed. What somebody else saves meanwhile is taken up only while nothing is changed here. */
export const useDefinitionDraft = (stored: ProgrammeDocument) => {
  const { t: common } = useTranslation();
  const [read, setRead] = useState(stored);
  const [draft, setDraft] = useState<ProgrammeInput>(stored.definition);
  /** Counts what came in place of the draft: fields that keep what is typed begin anew with it. */
  const [round, setRound] = useState(0);
  const save = useProgrammeChange(stored.definition.slug);
  const begin = (definition: ProgrammeInput) => {
    setDraft(definition);
    setRound((before) => before + 1);
  };
  const dirty = JSON.stringify(draft) !== JSON.stringify(read.definition);
  // What was just saved here comes round by the store a little later.
  if (!dirty && stored !== read && stored.revision >= read.revision) {
    setRead(stored);
    if (stored.revision > read.revision) begin(stored.definition);
    else setDraft(stored.definition);
  }
  const store = () =>
    save.mutate(
      { definition: draft, revision: read.revision },
      {
        onSuccess: (document) => {
          setRead(document);
          // What was typed while it was being saved stays.
          setDraft((now) => (now === draft ? document.definition : now));
          notifications.show({ message: common('saved') });
        },
      },
    );
  const discard = () => {
    save.reset();
    begin(read.definition);
  };
  return { round, draft, setDraft, saved: read.definition, dirty, save, store, discard };
};
