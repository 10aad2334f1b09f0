// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/alerts/historyrows.h"
#include "widgets/style/theme.h"

#include <QAbstractScrollArea>
#include <QTimeZone>

#include <optional>
#include <string>
#include <vector>

namespace sightglass {

/// A history of alerts over time: a row for each alert, a bar for each time that it was pending (thin) and
/// firing (full), with a tick where it was acknowledged and a dot for each note. Up and Down go from alert to
/// alert, Left and Right from one time to the next.
class AlertTimeline : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit AlertTimeline(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setTimeZone(const QTimeZone &zone);
    /// What is chosen stays where it is still there.
    void setHistory(std::vector<AlertEpisode> episodes, TimeRange range, const std::string &words);

    [[nodiscard]] const std::vector<HistoryRow> &rows() const noexcept { return m_rows; }
    /// Null where nothing is chosen.
    [[nodiscard]] const AlertEpisode *chosen() const;
    void choose(std::uint64_t id);

signals:
    void chosenChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] int axisHeight() const;
    [[nodiscard]] QRect plotArea() const;
    [[nodiscard]] double xOf(TimestampMs t) const;
    [[nodiscard]] QRectF barOf(const AlertEpisode &episode, TimestampMs from, TimestampMs to, int row) const;
    [[nodiscard]] std::optional<std::size_t> episodeAt(QPoint point) const;
    void paintRow(QPainter &painter, int row) const;
    void paintEpisode(QPainter &painter, const AlertEpisode &episode, int row) const;
    void paintAxis(QPainter &painter) const;
    void chooseIndex(std::size_t episode);
    void updateScrollBar();
    /// Row and place in it of what is chosen.
    [[nodiscard]] std::optional<std::pair<int, int>> chosenPlace() const;

    Theme m_theme;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    TimeRange m_range;
    std::vector<AlertEpisode> m_episodes;
    std::vector<HistoryRow> m_rows;
    std::optional<std::uint64_t> m_chosen;
};

} // namespace sightglass
