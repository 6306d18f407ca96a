import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { surveys } from '../../../../text/sv/surveys.ts';
import { useCanvas, useProblems } from '../context.ts';
import type { Place } from '../document/tree.ts';

const isKnown = (code: string): code is keyof typeof surveys.codes => Object.hasOwn(surveys.codes, code);

/** What the check says of the opened element, each with where in it. */
export const ProblemTexts = ({ place }: { place: Place }) => {
  const { t } = useTranslation('surveys');
  const { t: logic } = useTranslation('logic');
  const { apply } = useCanvas();
  const problems = useProblems(place);
  if (problems.length === 0) return null;
  return (
    <ul className="problem-texts">
      {problems.map(({ code, path, message, severity }) => (
        <li key={`${path} ${code} ${message}`}>
          <Text span size="sm" fw={600} c={severity === 'error' ? '#9b1026' : '#7a4b00'}>
            {severity === 'error' ? '✕' : '▲'} {t(severity)}: {t(`codes.${isKnown(code) ? code : 'other'}`)}
          </Text>{' '}
          <Text span size="sm" ff="monospace" className="quiet">
            {(path.startsWith(place) ? path.slice(place.length) : path).replace(/^\./, '')}
          </Text>{' '}
          <Text span size="sm" lang="en">
            {message}
          </Text>
          {code === 'skip-mismatch' && (
            <Button
              variant="default"
              size="compact-sm"
              ml="xs"
              onClick={() => apply((definition) => ({ definition, place }), { select: place })}
            >
              {logic('redoSkips')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
};
