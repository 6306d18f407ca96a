import { FileInput, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { largestFile } from '../../../api/surveyImport.ts';
import { useSurveyFromSource } from '../../../api/surveys.ts';
import { tooLargeBy } from '../../../components/survey/sourceSize.ts';
import { useNumbers } from '../../../components/useNumbers.ts';
import { EndOfForm } from './EndOfForm.tsx';
import { legible } from './legible.ts';
import { NameField } from './NameField.tsx';
import { isName, isTaken, type NewSurveyProps, objectIn, useNameCheck } from './naming.ts';

/** A text of this size is kept out of the box: browsers slow down long before. */
const mostShown = 200_000;

/** The source of another survey, as it is. */
export const FromJson = ({ programme, onClose, onCreated }: NewSurveyProps) => {
  const { t } = useTranslation('surveyImport');
  const { decimal } = useNumbers();
  const nameCheck = useNameCheck();
  const create = useSurveyFromSource();
  const [fileProblem, setFileProblem] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const form = useForm({
    initialValues: { name: '', source: '' },
    validate: { name: nameCheck, source: (source) => (source.trim() ? tooLarge(source) : t('jsonNeeded')) },
  });
  const { source, name } = form.values;
  const tooLarge = (text: string) => {
    const size = tooLargeBy(text);
    return size === undefined ? null : t('sentTooLarge', { size: decimal(size, 1) });
  };
  const take = (text: string) => {
    const own = objectIn(text)?.name;
    form.setValues({ source: text, ...(name === '' && isName(own) && { name: own }) });
  };
  const choose = async (chosen: File | null) => {
    setFile(chosen);
    setFileProblem('');
    if (!chosen) return;
    if (chosen.size > largestFile) return setFileProblem(t('tooLarge', { size: decimal(chosen.size / 1e6, 1) }));
    await chosen.text().then(take, () => setFileProblem(t('unreadable')));
  };
  const send = () => create.mutate({ name, programme, source }, { onSuccess: () => onCreated({ name, programme }) });
  return (
    <form onSubmit={form.onSubmit(send)} noValidate>
      <Stack>
        <Text className="quiet">{t('jsonLead')}</Text>
        <FileInput
          label={t('jsonFile')}
          placeholder={t('chooseFile')}
          styles={legible}
          accept=".json,application/json"
          value={file}
          onChange={choose}
          error={fileProblem || (source.length > mostShown && form.errors.source)}
        />
        {source.length <= mostShown && (
          <Textarea
            label={t('jsonText')}
            rows={8}
            spellCheck={false}
            styles={{ input: { fontFamily: 'monospace' } }}
            value={source}
            onChange={(event) => take(event.currentTarget.value)}
            error={form.errors.source}
          />
        )}
        {source.trim() !== '' && !objectIn(source) && <Text role="status">{t('jsonBroken')}</Text>}
        <NameField input={form.getInputProps('name')} taken={isTaken(create.error)} />
        <EndOfForm creating={create} onClose={onClose} />
      </Stack>
    </form>
  );
};
