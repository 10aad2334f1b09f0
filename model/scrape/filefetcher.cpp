// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/filefetcher.h"

#include "model/scrape/bodyreceiver.h"
#include "model/scrape/regularfile.h"
#include "parser/base/durationtext.h"
#include "parser/exposition/formatdetection.h"

#include <limits>
#include <utility>

namespace sightglass {

namespace {

Result<FetchedPage> readPage(const QString &path, std::string buffer, std::size_t limit)
{
    const std::size_t most = limit > 0 ? limit : std::numeric_limits<std::size_t>::max();
    Result<std::string> body = readRegularFile(path, most, std::move(buffer));
    if (!body)
        return std::move(body).error();
    if (limit > 0 && body->size() >= limit)
        return bodyTooLarge(limit);
    const ExpositionFormat format = detectExpositionFormat(*body);
    return FetchedPage{*std::move(body), format};
}

} // namespace

FileFetcher::FileFetcher(QString path, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
    , m_reading([this](Result<FetchedPage> page) { onRead(std::move(page)); })
{
    m_timeout.setSingleShot(true);
    m_timeout.setTimerType(Qt::PreciseTimer);
    connect(&m_timeout, &QTimer::timeout, this, [this] {
        m_stuck = m_reading.isRunning();
        conclude(Error{ErrorCode::ScrapeTimedOut, {formatDurationMs(m_timeoutMs)}, {}, {}});
    });
}

FileFetcher::~FileFetcher() = default;

void FileFetcher::start(FetchRequest request, Done done)
{
    cancel();
    m_done = std::move(done);
    m_timeoutMs = request.timeoutMs;
    m_limit = request.bodySizeLimit;
    m_timeout.start(static_cast<int>(m_timeoutMs));
    // A file system that hangs gets one thread, not one per scrape.
    if (m_reading.isRunning())
        return;
    read(std::move(request.buffer));
}

void FileFetcher::read(std::string buffer)
{
    m_stuck = false;
    m_reading.start([path = m_path, limit = m_limit, buffer = std::move(buffer)]() mutable {
        return readPage(path, std::move(buffer), limit);
    });
}

void FileFetcher::cancel()
{
    m_timeout.stop();
    m_done = nullptr;
}

void FileFetcher::onRead(Result<FetchedPage> page)
{
    if (!m_done)
        return;
    // What a scrape that has timed out wanted is too old for the next one.
    if (m_stuck)
        read({});
    else
        conclude(std::move(page));
}

void FileFetcher::conclude(Result<FetchedPage> result)
{
    m_timeout.stop();
    if (const Done done = std::exchange(m_done, nullptr))
        done(std::move(result));
}

} // namespace sightglass
