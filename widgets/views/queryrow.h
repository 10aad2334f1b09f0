// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assist/explanation.h"
#include "model/assist/explorequery.h"
#include "model/presentation/queryassistant.h"
#include "widgets/style/theme.h"

#include <QWidget>

#include <memory>
#include <optional>

class QLabel;
class QLineEdit;
class QToolButton;

namespace sightglass {

class FindingList;
class PromqlEditor;

/// One query of Explore: its letter (which switches it off and on), the editor, its legend, and below what
/// came of it and what is to be said about it.
class QueryRow : public QWidget
{
    Q_OBJECT

public:
    QueryRow(std::shared_ptr<QueryPool> pool, const CatalogSource *catalog, const Theme &theme,
             QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setNumber(std::size_t row);
    void setRemovable(bool removable);
    void setScrapeIntervalMs(std::int64_t interval) { m_assistant->setScrapeIntervalMs(interval); }
    void setFeatures(const promql::Features &features) { m_assistant->setFeatures(features); }

    [[nodiscard]] PromqlEditor *editor() const noexcept { return m_editor; }
    [[nodiscard]] FindingList *findingList() const noexcept { return m_findings; }
    [[nodiscard]] ExploreQuery query() const;
    void setQuery(const QString &expr, const QString &legend);
    [[nodiscard]] bool isSwitchedOn() const;
    [[nodiscard]] bool isBlank() const;
    [[nodiscard]] QString status() const;

    /// What came of the query that was run; not shown where the text is another one by now.
    void showOutcome(const ExploreQuery &asked, const ExploreOutcome &outcome);
    void showExplanation(const ExploreQuery &asked, const std::shared_ptr<const Explanation> &explanation);
    /// Null where the text as it stands has not been taken apart.
    [[nodiscard]] const Explanation *explanation() const;

signals:
    void runRequested();
    void removeRequested();
    /// Switched on or off, or called otherwise: what is shown has to be asked anew.
    void changed();
    void focused();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setUpControls();
    void layOut();
    void connectControls(const CatalogSource *catalog);
    void collectFindings();

    QueryAssistant *m_assistant;
    Theme m_theme;
    std::size_t m_row = 0;
    QToolButton *m_letter;
    PromqlEditor *m_editor;
    QLineEdit *m_legend;
    QToolButton *m_format;
    QToolButton *m_history;
    QToolButton *m_remove;
    QLabel *m_status;
    FindingList *m_findings;
    std::string m_outcomeOf; ///< the text that these are of
    std::vector<Finding> m_outcome;
    std::string m_explanationOf;
    std::shared_ptr<const Explanation> m_explanation;
};

} // namespace sightglass
