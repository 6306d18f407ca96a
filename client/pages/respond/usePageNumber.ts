import { useEffect, useState } from 'react';
import type { Question } from 'survey-core';
import type { makeModel } from '../../components/survey/model.ts';
import type { DraftKeeper } from './draftKeeper.ts';

type SurveyModel = ReturnType<typeof makeModel>;

const read = (model: SurveyModel) => ({
  number: model.currentPageNo + 1,
  total: model.visiblePageCount,
  answered: ((model.currentPage?.questions ?? []) as Question[]).some(
    (question) => question.isVisible && !question.isEmpty(),
  ),
});

/** Which page of how many is shown, and whether it has an answer; every change is handed to the draft. */
export const usePageNumber = (model: SurveyModel, keeper: DraftKeeper) => {
  const [state, setState] = useState(() => read(model));
  useEffect(() => {
    const valueChanged = () => {
      keeper.change({ answers: structuredClone(model.data) as Record<string, unknown> });
      setState(read(model));
    };
    const pageChanged = () => {
      keeper.change({ page: model.currentPageNo });
      keeper.flush();
      setState(read(model));
    };
    model.onValueChanged.add(valueChanged);
    model.onCurrentPageChanged.add(pageChanged);
    model.onPageVisibleChanged.add(pageChanged);
    const endOthers = keeper.onOthers((answers) => {
      model.data = structuredClone(answers);
      setState(read(model));
    });
    model.currentPageNo = Math.min(keeper.draft.page, model.visiblePageCount - 1);
    setState(read(model));
    return () => {
      model.onValueChanged.remove(valueChanged);
      model.onCurrentPageChanged.remove(pageChanged);
      model.onPageVisibleChanged.remove(pageChanged);
      endOthers();
    };
  }, [model, keeper]);
  return state;
};
