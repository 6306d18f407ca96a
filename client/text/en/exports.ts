export const exports = {
  open: 'Fetch data',
  title: 'Fetch data',
  lead: 'What is registered about the participants at your site, for Excel or a statistics program. Names and contact details are not included. Anonymous surveys are there as results only.',
  table: 'What',
  format: 'File format',
  fetch: 'Fetch the file',
  all: 'Fetch everything as zip',
  codebook: 'Codebook (CSV)',
  rScript: 'R script',
  spssScript: 'SPSS syntax',
  care: 'The file tells about individuals. Keep it as safe as this system, and remove it when it is not needed. Each fetch is written in the log. The keys in a file hold for that file alone: to join several tables, fetch everything as zip.',
};
