// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assist/completion.h"
#include "model/assist/finding.h"
#include "widgets/editors/choicepopup.h"
#include "widgets/editors/signaturetip.h"
#include "widgets/editors/textoffsets.h"
#include "widgets/style/theme.h"

#include <QPlainTextEdit>
#include <QPointer>

#include <memory>
#include <optional>

class QTimer;

namespace sightglass {

class PromqlHighlighter;
class QueryAssistant;

/// An editor for one PromQL expression: colours, matching brackets, completion, signatures, errors underlined
/// while one types, layout, history. Enter runs, Shift+Enter begins a line, Ctrl+Space completes,
/// Ctrl+Shift+F lays out, Ctrl+Up (or Up at the very beginning) shows what was asked before. Grows with its
/// lines. All that takes time is asked of the assistant, and its newest answer counts.
class PromqlEditor : public QPlainTextEdit
{
    Q_OBJECT

public:
    /// The assistant must outlive the editor.
    PromqlEditor(QueryAssistant *assistant, const Theme &theme, QWidget *parent = nullptr);
    ~PromqlEditor() override;

    void setTheme(const Theme &theme);

    [[nodiscard]] QString query() const { return toPlainText(); }
    /// Can be undone.
    void setQuery(const QString &query);
    /// Makes a change that mends the query. Can be undone.
    void applyMend(const Mend &mend);
    /// Marks a piece of the query (bytes), such as the node that is current in Explain; empty: none.
    void setMarkedSpan(std::optional<SourceSpan> span);

    /// Newest first.
    void setHistory(const QStringList &entries) { m_history = entries; }

    /// What is wrong with the text as it stands.
    [[nodiscard]] const std::vector<Finding> &findings() const noexcept { return m_findings; }
    /// Looks at the text again: metrics have come or gone.
    void recheck();

    [[nodiscard]] ChoicePopup *popup() const { return m_popup; }
    [[nodiscard]] SignatureTip *signatureTip() const { return m_signature; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

public slots:
    /// Lays the query out anew where it parses.
    void format();
    void showCompletion();
    void showHistory();

signals:
    void runRequested();
    void findingsChanged();
    /// Why format() did nothing.
    void formatRefused(const QString &reason);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;
    /// Tab chooses while there is something to choose.
    bool focusNextPrevChild(bool next) override;

private:
    enum class PopupContent : unsigned char
    {
        Completions,
        History
    };

    void onTextChanged();
    void onCursorMoved();
    bool handlePopupKey(QKeyEvent *event);
    bool handleCommandKey(const QKeyEvent *event);
    void completeAfter(const QString &typed);
    void requestCompletion();
    void takeCompletions(const QByteArray &query, std::size_t cursor,
                         const std::shared_ptr<const CompletionList> &list);
    void takeFindings(const QByteArray &query, const std::vector<Finding> &findings);
    void choose(int row);
    void insertCompletion(const Completion &completion);
    [[nodiscard]] bool isTypedInFull() const;
    void replace(int begin, int end, const QString &text, int back);
    void updateSelections();
    void updateSignature();
    void updateHeight();
    void hideHelpers();
    [[nodiscard]] std::size_t cursorByte() const { return m_offsets.bytesAt(textCursor().position()); }

    QueryAssistant *m_assistant;
    Theme m_theme;
    PromqlHighlighter *m_highlighter;
    QPointer<ChoicePopup> m_popup; ///< in the window
    QPointer<SignatureTip> m_signature;
    QTimer *m_checkTimer;
    TextOffsets m_offsets; ///< of the text as it stands
    int m_revision = 0;    ///< of the document, that the offsets are of
    PopupContent m_popupContent = PopupContent::Completions;
    std::shared_ptr<const CompletionList> m_completions;
    QStringList m_history;
    QStringList m_shownHistory;
    std::vector<Finding> m_findings;
    std::optional<SourceSpan> m_marked;
    bool m_wantsSignature = false; ///< somebody types, and has not sent it away
};

} // namespace sightglass
