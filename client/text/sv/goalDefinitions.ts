export const goalDefinitions = {
  title: 'Definition',
  used: 'Räknat efter definition {{version}}, som gäller sedan {{date}}.',
  unknown:
    'Målet har ändrats av en äldre version av programmet. Definitionen får ett nummer när projektet sparas nästa gång.',
  only: 'Målet har räknats på samma sätt hela tiden sedan dess.',
  earlier_one: 'En tidigare definition',
  earlier_other: '{{count}} tidigare definitioner',
  version: 'Definition {{version}}',
  fromTo: 'Gällde från {{from}} till {{to}}',
  by: 'sparad av {{by}}',
  cameIn: 'inläst',
  replaced: 'Sedan ändrades {{parts}}.',
  parts: {
    indicator: 'vad som räknas',
    target: 'målvärdet',
    near: 'gränsen för nära',
    siteTargets: 'orternas målvärden',
    groupTargets: 'gruppernas målvärden',
  },
  noTarget: 'inget målvärde',
};
