// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/presentation/pageexamination.h"
#include "model/presentation/payloadsearch.h"
#include "widgets/style/theme.h"

#include <QWidget>

#include <memory>
#include <optional>

class QLabel;
class QLineEdit;
class QToolButton;

namespace sightglass {

class PayloadView;

/// The page as it came, with findings in the margin, and a search over it.
class PayloadPane : public QWidget
{
    Q_OBJECT

public:
    PayloadPane(std::shared_ptr<QueryPool> pool, const Theme &theme, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// The search goes on in the new page.
    void setExamination(const std::shared_ptr<const PageExamination> &examination);
    /// Marks the places of the findings anew. `diagnosis` is of the examination that is shown.
    void setDiagnosis(const Diagnosis &diagnosis);

    /// Whether the user is about something here that a new page would disturb.
    [[nodiscard]] bool isInUse() const;
    /// Marks a place and scrolls to it; nothing: takes the mark away.
    void showPlace(std::optional<SourceSpan> place);
    /// Marks it, but what is read stays where it is.
    void markPlace(std::optional<SourceSpan> place);
    void focusSearch();
    void findNext();
    void findPrevious();

    [[nodiscard]] PayloadView *view() const noexcept { return m_view; }
    [[nodiscard]] QLineEdit *searchField() const noexcept { return m_field; }
    [[nodiscard]] QString hitsText() const;

signals:
    /// isInUse() may have changed.
    void useChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *createBar();
    QToolButton *addButton(const QString &text, const QString &tip);
    void search();
    void takeHits(const std::shared_ptr<const TextHits> &hits);
    void step(int by);
    void updateHitsText();
    [[nodiscard]] static QString noteOn(const PageExamination &examination);

    Theme m_theme;
    PayloadSearch *m_search;
    PayloadView *m_view;
    QLineEdit *m_field;
    QToolButton *m_letterCase = nullptr;
    QLabel *m_hitsLabel;
    QLabel *m_note;
    std::shared_ptr<const PageExamination> m_examination;
    std::shared_ptr<const TextHits> m_hits;
    std::size_t m_hit = 0;
    bool m_showsFirstHit = false; ///< the user typed: go to the first hit when it comes
};

} // namespace sightglass
