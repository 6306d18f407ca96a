// A repeating panel: one entry below the other, each with its heading and a button that removes it.
import type { PanelModel, QuestionPanelDynamicModel } from 'survey-core';
import { SurveyPanel, SurveyQuestionElementBase } from 'survey-react-ui';

const firstField = (id: string): HTMLElement | null =>
  document.getElementById(id)?.querySelector<HTMLElement>('input, textarea, select, button, [tabindex="0"]') ?? null;

export class RepeatingView extends SurveyQuestionElementBase {
  private get question(): QuestionPanelDynamicModel {
    return this.questionBase as QuestionPanelDynamicModel;
  }

  /** survey-core tells of entries through these, not through properties. */
  override componentDidMount(): void {
    super.componentDidMount();
    this.question.panelCountChangedCallback = () => this.setState({ count: this.question.panelCount });
  }

  override componentWillUnmount(): void {
    super.componentWillUnmount();
    this.question.panelCountChangedCallback = () => undefined;
  }

  private get addId(): string {
    return `${this.question.id}-add`;
  }

  private add(): void {
    const panel = this.question.addPanel();
    this.setState({ count: this.question.panelCount });
    if (panel) setTimeout(() => firstField(panel.id)?.focus());
  }

  /** What has been written is not lost by a slip of the finger. */
  private remove(panel: PanelModel): void {
    const { question } = this;
    const hasContent = panel.questions.some((each) => !each.isEmpty());
    if (hasContent && !window.confirm(question.confirmDeleteText)) return;
    question.removePanel(panel);
    this.setState({ count: question.panelCount });
    setTimeout(() => document.getElementById(this.addId)?.focus());
  }

  protected override renderElement() {
    const { question } = this;
    const panels = question.visiblePanels;
    return (
      <div className="entries">
        {panels.length === 0 && <p className="no-entries">{question.noEntriesText}</p>}
        {panels.map((panel, at) => this.renderEntry(panel, panel.processedTitle || String(at + 1)))}
        {question.canAddPanel && (
          <button type="button" id={this.addId} className="add-entry" onClick={() => this.add()}>
            <span aria-hidden="true">+</span> {question.addPanelText}
          </button>
        )}
      </div>
    );
  }

  private renderEntry(panel: PanelModel, title: string) {
    const { question } = this;
    return (
      <section key={panel.id} className="entry" aria-labelledby={`${panel.id}-title`}>
        <h3 id={`${panel.id}-title`}>{title}</h3>
        <SurveyPanel
          element={panel}
          survey={question.survey}
          cssClasses={question.cssClasses}
          isDisplayMode={this.isDisplayMode}
          creator={this.creator}
        />
        {question.canRemovePanel && (
          <button
            type="button"
            className="plain remove-entry"
            aria-label={`${question.removePanelText}: ${title}`}
            onClick={() => this.remove(panel)}
          >
            {question.removePanelText}
          </button>
        )}
      </section>
    );
  }
}
