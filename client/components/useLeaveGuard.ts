import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';

/**
 * Neither a link nor a closed tab throws away what is written without asking.
 * @returns to be called where it is saved and the page is left for that: nothing is asked then
 */
export const useLeaveGuard = (isUnsaved: boolean): (() => void) => {
  const { t } = useTranslation();
  const question = t('leaveUnsaved');
  const isSaved = useRef(false);
  const blocker = useBlocker(useCallback(() => isUnsaved && !isSaved.current, [isUnsaved]));
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    if (window.confirm(question)) blocker.proceed();
    else blocker.reset();
  }, [blocker, question]);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    if (isUnsaved) window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isUnsaved]);
  return useCallback(() => {
    isSaved.current = true;
  }, []);
};
