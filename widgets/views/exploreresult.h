// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assist/explorequery.h"
#include "model/dashboard/panelcsv.h"
#include "widgets/panelkit/panelview.h"

#include <QWidget>

#include <memory>
#include <string>

class QLabel;
class QTableView;

namespace sightglass {

class SamplesModel;

/// What came of all queries: one chart, one table, or the stored samples as points and rows; where there is
/// nothing of that, a string, or why.
class ExploreResult : public QWidget
{
    Q_OBJECT

public:
    explicit ExploreResult(const Theme &theme, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// As in PanelView.
    void setShownRange(TimeRange range);
    void setTimeZone(const QTimeZone &zone);
    [[nodiscard]] std::int64_t columnUs() const;
    void showAnswer(const std::shared_ptr<const ExploreAnswer> &answer);
    /// The chart of the answer; null before there was one and for a table.
    [[nodiscard]] PanelView *chart() const noexcept { return m_chart; }
    [[nodiscard]] PanelView *table() const noexcept { return m_table; }
    [[nodiscard]] QTableView *samples() const noexcept { return m_samples; }
    /// What is said in the place of a chart or table; empty where there is one.
    [[nodiscard]] QString message() const;
    /// What is missing in the histograms that were asked for; empty: nothing.
    [[nodiscard]] QString advice() const;
    /// "step 5 s, source 1 s"; empty for a table.
    [[nodiscard]] QString resolution() const;
    /// The answer's samples with all their labels, at most so many.
    [[nodiscard]] CsvTable csv(std::size_t mostRows) const;

signals:
    void rangeRequested(sightglass::TimeRange range);
    void rangeMoved(sightglass::TimeRange range);
    void zoomOutRequested();
    void zoomInAgainRequested();

private:
    [[nodiscard]] PanelView *makePanel(PanelType type, const std::string &unit);
    void needPanel(PanelView *&panel, std::string &unitOfPanel, PanelType type, const std::string &unit);
    void arrange(const ExploreAnswer &answer);

    Theme m_theme;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    std::optional<TimeRange> m_shownRange;
    QWidget *m_chartArea;
    PanelView *m_chart = nullptr;
    std::string m_chartUnit;
    PanelView *m_table = nullptr;
    std::string m_tableUnit;
    SamplesModel *m_samplesModel;
    QTableView *m_samples;
    QLabel *m_message;
    QLabel *m_advice;
    QLabel *m_resolution;
    std::shared_ptr<const ExploreAnswer> m_answer;
};

} // namespace sightglass
