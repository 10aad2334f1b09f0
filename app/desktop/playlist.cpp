// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/playlist.h"

#include "app/desktop/dashboardpages.h"

#include <algorithm>

namespace sightglass {

Playlist::Playlist(DashboardPages *pages, QObject *parent)
    : QObject(parent)
    , m_pages(pages)
{
    connect(&m_timer, &QTimer::timeout, this, &Playlist::next);
    connect(pages, &QTabWidget::currentChanged, this, [this] {
        if (isPlaying())
            m_timer.start();
    });
}

void Playlist::setSeconds(int seconds)
{
    m_seconds = std::clamp(seconds, leastSeconds, mostSeconds);
    m_timer.setInterval(m_seconds * 1000);
    emit changed();
}

void Playlist::setPlaying(bool playing)
{
    if (playing)
        m_timer.start(m_seconds * 1000);
    else
        m_timer.stop();
    emit changed();
}

void Playlist::go(int step)
{
    const int count = m_pages->dashboardCount();
    if (count == 0)
        return;
    const int at = m_pages->currentIndex();
    // From Explore or the doctor to the first one, or the last.
    const int from = at < count ? at : step > 0 ? count - 1 : 0;
    m_pages->setCurrentIndex((from + step + count) % count);
}

void Playlist::next()
{
    go(1);
}

void Playlist::previous()
{
    go(-1);
}

} // namespace sightglass
