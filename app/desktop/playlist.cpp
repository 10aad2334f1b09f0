// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/playlist.h"

#include "app/desktop/dashboardpages.h"

#include <QHash>

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
    const QList<int> all = tabs();
    if (all.isEmpty())
        return;
    const auto at = all.indexOf(m_pages->currentIndex());
    // From Explore, the doctor or what is not played to the first one, or the last.
    const auto from = at >= 0 ? at : step > 0 ? all.size() - 1 : 0;
    m_pages->setCurrentIndex(all[(from + step + all.size()) % all.size()]);
}

QList<int> Playlist::tabs() const
{
    QList<int> all;
    QHash<QString, int> byKey;
    for (int tab = 0; tab < m_pages->dashboardCount(); ++tab) {
        all << tab;
        byKey[m_pages->keyOf(tab)] = tab;
    }
    QList<int> chosen;
    for (const QString &key : m_dashboards) {
        if (byKey.contains(key))
            chosen << byKey.take(key);
    }
    return chosen.isEmpty() ? all : chosen;
}

void Playlist::setDashboards(const QStringList &keys)
{
    m_dashboards = keys;
    emit changed();
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
