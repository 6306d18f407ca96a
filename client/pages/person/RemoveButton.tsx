import { CloseButton } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useTranslation } from 'react-i18next';

interface Props {
  /** What is taken away, also the button's name. */
  label: string;
  consequence: string;
  onRemove: () => void;
}

/** Says what follows and asks before anything is taken away. */
export const RemoveButton = ({ label, consequence, onRemove }: Props) => {
  const { t } = useTranslation();
  const ask = () =>
    modals.openConfirmModal({
      title: label,
      children: consequence,
      labels: { confirm: t('remove'), cancel: t('cancel') },
      confirmProps: { color: 'red.9' },
      onConfirm: onRemove,
    });
  return <CloseButton aria-label={label} title={label} onClick={ask} />;
};
