import { z } from 'zod';

/** Which part of a list is wanted: page `page` (from 1) of `size` items each. Numbers may come as text, as addresses carry them. */
export const paging = {
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
};

/** A part of a list, with how many items the whole list has. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), total: z.int(), page: z.int(), size: z.int() });

/** A page of a list as queries answer it. */
export interface PageOf<Item> {
  items: Item[];
  total: number;
  page: number;
  size: number;
}
