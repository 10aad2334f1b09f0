// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/filefetcher.h"

#include "model/scrape/bodyreceiver.h"
#include "parser/base/durationtext.h"
#include "parser/exposition/formatdetection.h"

#include <QFile>
#include <QFileInfo>

#include <utility>

namespace sightglass {

namespace {

Error unreadable(const QString &path, const QString &reason)
{
    return {ErrorCode::FileUnreadable, {path.toStdString(), reason.toStdString()}, {}, {}};
}

Result<FetchedPage> readPage(const QString &path, std::string body, std::size_t limit)
{
    constexpr qint64 pieceBytes = 64 * 1024;
    // Devices and pipes may never end, or never begin.
    if (const QFileInfo info(path); info.exists() && !info.isFile())
        return unreadable(path, QStringLiteral("it is not a regular file"));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return unreadable(path, file.errorString());
    body.clear();
    for (;;) {
        const QByteArray piece = file.read(pieceBytes);
        if (piece.isEmpty())
            break;
        body.append(piece.constData(), static_cast<std::size_t>(piece.size()));
        if (limit > 0 && body.size() >= limit)
            return bodyTooLarge(limit);
    }
    if (file.error() != QFileDevice::NoError)
        return unreadable(path, file.errorString());
    const ExpositionFormat format = detectExpositionFormat(body);
    return FetchedPage{std::move(body), format};
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
