// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QString>

#include <optional>

namespace sightglass {

/// Where a server listens.
struct ListenAddress
{
    QHostAddress host = QHostAddress(QHostAddress::LocalHost);
    quint16 port = 9099; ///< 0: any free one

    [[nodiscard]] bool isLoopback() const { return host.isLoopback(); }
    /// "127.0.0.1:9099", "[::1]:9099".
    [[nodiscard]] QString toString() const;

    friend bool operator==(const ListenAddress &, const ListenAddress &) = default;
};

/// "127.0.0.1:9099", "[::1]:9099", "localhost:9099", ":9099" (all interfaces), "9099" (loopback). No names
/// are looked up. An IPv6 address needs its brackets: without them nobody can tell where the port begins.
[[nodiscard]] std::optional<ListenAddress> parseListenAddress(const QString &text);

} // namespace sightglass
