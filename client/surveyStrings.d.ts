// survey-core ships its own words per language as modules without types; they are loaded for their effect alone.
declare module 'survey-core/i18n/*';
