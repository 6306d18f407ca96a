import { path } from '../../api/fetcher.ts';

export const itemPath = (name: string) => path`/items/${name}`;
export const itemEditPath = (name: string) => path`/items/${name}/edit`;
