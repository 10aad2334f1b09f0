// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace sightglass {

class DashboardPages;

/// Brings one dashboard after the other to the front, each for so long. Who goes to another page by hand
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

public slots:
    /// The dashboard behind the one in front; behind the last one the first.
    void next();
    void previous();

signals:
    void changed();

private:
    void go(int step);

    DashboardPages *m_pages;
    QTimer m_timer;
    int m_seconds = 30;
};

} // namespace sightglass
