// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/serve/servedstate.h"

#include "model/scrape/systemclock.h"

#include <QSignalSpy>

#include <chrono>
#include <string>
#include <thread>

namespace sightglass::test {

namespace {

class SlowSeries : public SeriesView
{
public:
    SlowSeries(Labels labels, std::shared_ptr<std::atomic<int>> reads)
        : m_labels(std::move(labels))
        , m_reads(std::move(reads))
    {}
    [[nodiscard]] const Labels &labels() const noexcept override { return m_labels; }
    void read(TimeRange range, SampleColumns &out) const override
    {
        // Slowness is what it is for.
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
        ++*m_reads;
        out.clear();
        if (range.contains(1000)) {
            out.times.push_back(1000);
            out.values.push_back(1);
        }
    }

private:
    Labels m_labels;
    std::shared_ptr<std::atomic<int>> m_reads;
};

} // namespace

SlowSnapshot::SlowSnapshot(int count, std::size_t labelBytes)
    : m_reads(std::make_shared<std::atomic<int>>(0))
    , m_selections(std::make_shared<std::atomic<int>>(0))
{
    for (int i = 0; i < count; ++i) {
        std::string value = std::to_string(i);
        value.resize(labelBytes, 'x');
        m_series.push_back(
            std::make_shared<SlowSeries>(Labels::withName("slow", {{"n", std::move(value)}}), m_reads));
    }
}

std::vector<std::shared_ptr<const SeriesView>> SlowSnapshot::select(std::span<const Matcher>, TimeRange) const
{
    ++*m_selections;
    return m_series;
}

ServedState::ServedState(const ServeLimits &limits, int series, std::string token)
    : m_snapshot(std::make_shared<SlowSnapshot>(series, 400))
    , m_authorization(token.empty() ? QByteArray()
                                    : "\r\nAuthorization: Bearer " + QByteArray::fromStdString(token))
{
    ServeOptions options;
    options.address.port = 0;
    options.limits = limits;
    options.token = std::move(token);
    m_server = std::make_unique<ApiServer>(std::move(options), std::make_shared<SystemClock>(), Retention{});
    CollectorTick tick;
    tick.snapshot = m_snapshot;
    m_server->setTick(tick);
    QSignalSpy started(m_server.get(), &ApiServer::started);
    m_server->start();
    started.wait(5000);
}

RawAnswer ServedState::send(const QByteArray &bytes) const
{
    RawClient client(port());
    client.send(bytes);
    return client.answer();
}

double ServedState::metric(const QByteArray &series) const
{
    const RawAnswer answer = ask("GET /metrics HTTP/1.1\r\nHost: localhost" + m_authorization);
    for (const QByteArray &line : answer.body.split('\n')) {
        if (line.startsWith(series + ' '))
            return line.mid(series.size() + 1).toDouble();
    }
    return -1;
}

} // namespace sightglass::test
