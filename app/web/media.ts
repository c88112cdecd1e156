import path from 'node:path';
import express from 'express';

/**
 * Serves pictures. Each file's name stands for its content, so it may be kept for good; the type is
 * told by us, since the list that comes with Express is older than AVIF.
 */
export function serveMedia(folder: string): express.Handler {
  return express.static(path.resolve(folder), {
    immutable: true,
    maxAge: '1y',
    fallthrough: false,
    index: false,
    dotfiles: 'ignore',
    setHeaders(response, file) {
      if (file.endsWith('.avif')) response.setHeader('Content-Type', 'image/avif');
    },
  });
}
