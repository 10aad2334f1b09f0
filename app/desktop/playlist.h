// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <QTimer>

namespace sightglass {

class DashboardPages;

/// Brings one dashboard after the other to the front, each for so long: all, or those that were chosen, in
/// the order chosen; of these the ones that are open. Who goes to another page by hand
/// stays there as long as to any.
class Playlist : public QObject
{
    Q_OBJECT

public:
    static constexpr int leastSeconds = 3;
    static constexpr int mostSeconds = 3600;

    explicit Playlist(DashboardPages *pages, QObject *parent = nullptr);

    [[nodiscard]] bool isPlaying() const { return m_timer.isActive(); }
    [[nodiscard]] int seconds() const noexcept { return m_seconds; }
    /// Within its bounds; counts from now.
    void setSeconds(int seconds);
    void setPlaying(bool playing);
    /// Keys of the dashboards (see DashboardPages::keyOf()); none: all, in the order of their tabs.
    [[nodiscard]] const QStringList &dashboards() const noexcept { return m_dashboards; }
    void setDashboards(const QStringList &keys);

public slots:
    /// The dashboard behind the one in front; behind the last one the first.
    void next();
    void previous();

signals:
    void changed();

private:
    void go(int step);
    /// Their tabs, in turn.
    [[nodiscard]] QList<int> tabs() const;

    DashboardPages *m_pages;
    QTimer m_timer;
    int m_seconds = 30;
    QStringList m_dashboards;
};

} // namespace sightglass
