// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/serve/apiserver.h"
#include "model/storage/snapshot.h"
#include "tests/app/serve/rawclient.h"

#include <atomic>
#include <memory>

namespace sightglass::test {

/// A store of `count` series slow{n="…"}, each one sample at 1 s. Reading one takes a millisecond: a query
/// over all of them takes as long as a test lets it.
class SlowSnapshot : public Snapshot
{
public:
    SlowSnapshot(int count, std::size_t labelBytes);

    [[nodiscard]] std::vector<std::shared_ptr<const SeriesView>> select(std::span<const Matcher> matchers,
                                                                        TimeRange range) const override;
    [[nodiscard]] std::vector<std::string> labelNames() const override { return {"__name__", "n"}; }
    [[nodiscard]] std::vector<std::string> labelValues(std::string_view) const override { return {}; }
    [[nodiscard]] StorageStats stats() const override { return {}; }

    /// Queries that began so far: each selects once.
    [[nodiscard]] int selections() const { return *m_selections; }
    /// Series that were read so far.
    [[nodiscard]] int reads() const { return *m_reads; }

private:
    std::vector<std::shared_ptr<const SeriesView>> m_series;
    std::shared_ptr<std::atomic<int>> m_reads;
    std::shared_ptr<std::atomic<int>> m_selections;
};

/// A server on a free loopback port that shows this snapshot, and what tests do with one.
class ServedState
{
public:
    /// More series than a query reads in a minute, and more text of their labels than sockets hold.
    static constexpr int many = 60'000;

    explicit ServedState(const ServeLimits &limits = {}, int series = 100, std::string token = {});
    ServedState(const ServedState &) = delete;
    ServedState &operator=(const ServedState &) = delete;

    /// A whole request that is answered at once, for clients that send bytes.
    static constexpr const char *cheap = "GET /-/healthy HTTP/1.1\r\nHost: localhost\r\n\r\n";
    /// A whole query that keeps a worker busy for as long as a test lets it, where there are `many` series.
    static constexpr const char *slow =
        "GET /api/v1/query?query=count(slow)&time=1 HTTP/1.1\r\nHost: localhost\r\n\r\n";

    [[nodiscard]] quint16 port() const { return m_server->address().port; }
    [[nodiscard]] const SlowSnapshot &snapshot() const { return *m_snapshot; }

    [[nodiscard]] std::unique_ptr<RawClient> client() const { return std::make_unique<RawClient>(port()); }
    /// rawRequest() on a connection of its own.
    [[nodiscard]] RawAnswer ask(const QByteArray &request) const { return rawRequest(port(), request); }
    /// Sends these very bytes on a connection of their own.
    [[nodiscard]] RawAnswer send(const QByteArray &bytes) const;

    /// The value of one of the server's own metrics, by its name and labels as written; -1 where it is not.
    [[nodiscard]] double metric(const QByteArray &series) const;

private:
    std::shared_ptr<SlowSnapshot> m_snapshot;
    std::unique_ptr<ApiServer> m_server;
    QByteArray m_authorization;
};

} // namespace sightglass::test
