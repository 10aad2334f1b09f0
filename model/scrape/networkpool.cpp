// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/networkpool.h"

#include "model/scrape/httpfetcher.h"

#include <QNetworkProxy>

#include <algorithm>
#include <utility>

namespace sightglass {

namespace {

constexpr int connectionsPerHost = 6; // QNetworkAccessManager's own, not to be changed

QString originOf(const QUrl &url)
{
    return url.adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo)
        .toString();
}

} // namespace

NetworkPool::Lease::Lease(NetworkPool &pool, std::size_t manager, QString origin)
    : m_pool(pool)
    , m_manager(manager)
    , m_origin(std::move(origin))
{
    ++m_pool.m_seats[m_manager].taken[m_origin];
}

NetworkPool::Lease::~Lease()
{
    auto &taken = m_pool.m_seats[m_manager].taken;
    if (--taken[m_origin] == 0)
        taken.erase(m_origin);
}

QNetworkAccessManager &NetworkPool::Lease::manager() const
{
    return *m_pool.m_seats[m_manager].manager;
}

std::size_t NetworkPool::seatFor(const QString &origin) const
{
    const std::size_t own = std::min(m_seats.size(), maxOwnManagers);
    for (std::size_t i = 0; i < m_seats.size(); ++i) {
        const Seats &seats = m_seats[i];
        if (hasFallenSilent(*seats.manager))
            continue;
        const auto taken = seats.taken.find(origin);
        const bool free = taken == seats.taken.end() || taken->second < connectionsPerHost;
        if (i < own ? seats.taken.empty() : free)
            return i;
    }
    return m_seats.size();
}

std::unique_ptr<NetworkPool::Lease> NetworkPool::lease(const QUrl &url)
{
    const QString origin = originOf(url);
    const std::size_t i = seatFor(origin);
    if (i == m_seats.size()) {
        m_seats.push_back({std::make_unique<QNetworkAccessManager>(), {}});
        // A target is asked directly, whatever the desktop's web proxy is, as Prometheus does.
        m_seats.back().manager->setProxy(QNetworkProxy::NoProxy);
        setShared(*m_seats.back().manager, i >= maxOwnManagers);
    }
    return std::make_unique<Lease>(*this, i, origin);
}

} // namespace sightglass
