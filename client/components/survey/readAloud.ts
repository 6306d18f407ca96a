// Reads the page's question aloud with the phone's own voice, where it has one for the language.
const voiceFor = (language: string): SpeechSynthesisVoice | undefined =>
  globalThis.speechSynthesis?.getVoices().find((voice) => voice.lang.toLowerCase().startsWith(language));

export const canReadAloud = (language: string): boolean => voiceFor(language) !== undefined;
export const stopReading = (): void => globalThis.speechSynthesis?.cancel();

export const read = (texts: string[], language: string, onEnd: () => void): void => {
  stopReading();
  const voice = voiceFor(language);
  const spoken = new SpeechSynthesisUtterance(texts.filter(Boolean).join('. '));
  spoken.lang = voice?.lang ?? language;
  if (voice) spoken.voice = voice;
  spoken.rate = 0.9;
  spoken.onend = onEnd;
  spoken.onerror = onEnd;
  speechSynthesis.speak(spoken);
};
