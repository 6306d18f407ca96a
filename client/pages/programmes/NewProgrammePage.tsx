import { Button, Group, Paper, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useNewProgramme } from '../../api/programmes.ts';
import { useFieldErrors } from '../../components/enrolment/useFieldErrors.ts';
import { PageHead } from '../../components/PageHead.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { slugOf } from './slugOf.ts';

const sitesOf = (lines: string) =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((title) => ({ slug: slugOf(title), title }));

const NewProgrammePage = () => {
  const { t } = useTranslation('programmes');
  const navigate = useNavigate();
  const create = useNewProgramme();
  const form = useForm({ initialValues: { sv: '', en: '', slug: '', start: '', end: '', sites: '' } });
  const fields = useFieldErrors(['not-valid'])(create.error);
  const fieldError = (name: string) =>
    Object.entries(fields).find(
      ([path]) => path === `definition.${name}` || path.startsWith(`definition.${name}.`),
    )?.[1];
  const send = ({ sv, en, slug, start, end, sites }: typeof form.values) =>
    create.mutate(
      {
        definition: {
          slug: slug || slugOf(sv),
          title: en ? { sv, en } : { sv },
          start,
          ...(end ? { end } : {}),
          sites: sitesOf(sites),
        },
      },
      { onSuccess: ({ definition }) => navigate(`/programmes/${definition.slug}/settings`) },
    );
  return (
    <>
      <PageHead title={t('new')} lead={t('newLead')} />
      <Paper withBorder p="md" maw={640}>
        <form onSubmit={form.onSubmit(send)}>
          <Stack>
            <TextInput label={t('titleSv')} required {...form.getInputProps('sv')} error={fieldError('title')} />
            <TextInput label={t('titleEn')} {...form.getInputProps('en')} />
            <TextInput
              label={t('slug')}
              description={t('slugHelp')}
              placeholder={slugOf(form.values.sv)}
              {...form.getInputProps('slug')}
              error={fieldError('slug')}
            />
            <Group grow align="start">
              <TextInput
                label={t('start')}
                type="date"
                required
                {...form.getInputProps('start')}
                error={fieldError('start')}
              />
              <TextInput label={t('end')} type="date" {...form.getInputProps('end')} error={fieldError('end')} />
            </Group>
            <Textarea
              label={t('sites')}
              description={t('sitesHelp')}
              autosize
              minRows={3}
              required
              {...form.getInputProps('sites')}
              error={fieldError('sites')}
            />
            {create.isError && <ProblemNotice error={create.error} atFields={fields} />}
            <Group>
              <Button type="submit" loading={create.isPending}>
                {t('create')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Paper>
    </>
  );
};
export default NewProgrammePage;
