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

/// Network managers for many targets. Qt opens at most six connections per manager and host, so a seventh
/// target on one address would wait for the others: the pool lends each manager to at most six targets of one
/// address. A manager costs a thread, so they are shared as far as that goes. Made and used on one thread.
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

    [[nodiscard]] std::unique_ptr<Lease> lease(const QUrl &url);

    [[nodiscard]] std::size_t managerCount() const noexcept { return m_seats.size(); }

private:
    struct Seats
    {
        std::unique_ptr<QNetworkAccessManager> manager;
        std::map<QString, int> taken; ///< by scheme, host and port
    };

    std::vector<Seats> m_seats;
};

} // namespace sightglass
