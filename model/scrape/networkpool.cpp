// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/networkpool.h"

#include <QNetworkProxy>

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

std::unique_ptr<NetworkPool::Lease> NetworkPool::lease(const QUrl &url)
{
    const QString origin = originOf(url);
    std::size_t i = 0;
    while (i < m_seats.size()) {
        const auto taken = m_seats[i].taken.find(origin);
        if (taken == m_seats[i].taken.end() || taken->second < connectionsPerHost)
            break;
        ++i;
    }
    if (i == m_seats.size()) {
        m_seats.push_back({std::make_unique<QNetworkAccessManager>(), {}});
        // A target is asked directly, whatever the desktop's web proxy is, as Prometheus does.
        m_seats.back().manager->setProxy(QNetworkProxy::NoProxy);
    }
    return std::make_unique<Lease>(*this, i, origin);
}

} // namespace sightglass
