import { useEffect, useState } from 'react';

/** A link to be read by a phone's camera; what makes the picture is loaded when it is first shown. */
export const QrCode = ({ link, label }: { link: string; label: string }) => {
  const [picture, setPicture] = useState('');
  useEffect(() => {
    let left = false;
    import('qrcode')
      .then((qrcode) => qrcode.toString(link, { type: 'svg', margin: 1 }))
      .then((svg) => {
        if (!left) setPicture(`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`);
      });
    return () => {
      left = true;
    };
  }, [link]);
  return picture ? <img src={picture} width={220} height={220} alt={label} style={{ alignSelf: 'center' }} /> : null;
};
