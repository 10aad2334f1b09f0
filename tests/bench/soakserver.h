// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QProcess>
#include <QUrl>

#include <cstdint>
#include <optional>

namespace sightglass::bench {

/// How punctually the good pages were asked for, seen from the server.
struct Punctuality
{
    std::int64_t requests = 0;
    std::int64_t late = 0;      ///< later than the interval after the one before, by more than a tenth of it
    std::int64_t latestMs = 0;  ///< the most that one was late
    std::int64_t missedOut = 0; ///< intervals in which one was not asked for at all
};

/// The endpoints of a soak test, /good/<n> and /hostile/<n>, in a process of their own, so that what they
/// cost is not ours.
class SoakServer
{
public:
    /// Call first thing in main(): where this process was started as the server it serves until its standard
    /// input closes, and the result is main()'s.
    [[nodiscard]] static std::optional<int> serveIfAsked(int &argc, char **argv);

    ~SoakServer() { (void)stop(); }

    /// False where it did not start.
    [[nodiscard]] bool start(std::int64_t intervalMs);

    [[nodiscard]] QUrl url(const QString &path) const;
    /// How many kinds of /hostile/ there are.
    [[nodiscard]] static qsizetype hostileKinds();

    /// Ends it.
    Punctuality stop();

private:
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace sightglass::bench
