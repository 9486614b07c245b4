export const boundaries: object[];
