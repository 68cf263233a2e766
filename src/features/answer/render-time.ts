/** How long a page is waited for, while a thread renders it. */
export const renderSeconds = 10;
