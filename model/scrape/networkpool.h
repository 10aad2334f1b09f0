// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkAccessManager>
#include <QString>
#include <QUrl>

#include <cstddef>
#include <map>
#include <memory>
#include <vector>

namespace sightglass {

/// So many targets have a network manager, and with it an HTTP thread, of their own.
inline constexpr std::size_t maxOwnManagers = 32;

/// Network managers for many targets. Qt reads response headers in one thread per manager and does not let go
/// of it while they come in, so that a target with endless headers holds up all that share its manager: the
/// first 32 targets share with nobody. Beyond that managers are shared, by at most six targets of one address
/// (Qt opens no more connections per manager and host); HttpFetcher leaves a shared manager that fell silent.
/// Made and used on one thread.
class NetworkPool
{
public:
    /// A seat at one manager, given back by its destructor. The pool must outlive it.
    class Lease
    {
    public:
        Lease(NetworkPool &pool, std::size_t manager, QString origin);
        ~Lease();
        Lease(const Lease &) = delete;
        Lease &operator=(const Lease &) = delete;

        [[nodiscard]] QNetworkAccessManager &manager() const;

    private:
        NetworkPool &m_pool;
        std::size_t m_manager;
        QString m_origin;
    };

    /// A manager of the target's own while there are fewer than `maxOwnManagers`, else a shared one.
    [[nodiscard]] std::unique_ptr<Lease> lease(const QUrl &url);

    [[nodiscard]] std::size_t managerCount() const noexcept { return m_seats.size(); }

private:
    struct Seats
    {
        std::unique_ptr<QNetworkAccessManager> manager;
        std::map<QString, int> taken; ///< by scheme, host and port
    };

    [[nodiscard]] std::size_t seatFor(const QString &origin) const;

    std::vector<Seats> m_seats; ///< the first `maxOwnManagers` are lent to one target each
};

} // namespace sightglass
