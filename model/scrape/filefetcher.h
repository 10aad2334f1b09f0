// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/backgroundtask.h"
#include "model/scrape/fetcher.h"

#include <QObject>
#include <QString>
#include <QTimer>

namespace sightglass {

/// A page that a file holds, read anew for each scrape. Read on a thread of its own, because a file system
/// may hang: then the scrape times out, and that thread is left to the system. Format: see
/// detectExpositionFormat().
///
/// Errors: FileUnreadable, BodyTooLarge, ScrapeTimedOut.
class FileFetcher final : public QObject, public Fetcher
{
    Q_OBJECT

public:
    /// `path`: absolute, of a regular file.
    explicit FileFetcher(QString path, QObject *parent = nullptr);
    ~FileFetcher() override;

    void start(FetchRequest request, Done done) override;
    void cancel() override;

private:
    void read(std::string buffer);
    void onRead(Result<FetchedPage> page);
    void conclude(Result<FetchedPage> result);

    QString m_path;
    BackgroundTask<Result<FetchedPage>> m_reading;
    bool m_stuck = false; ///< the thread of a scrape that timed out still reads
    std::int64_t m_timeoutMs = 0;
    std::size_t m_limit = 0;
    Done m_done;
    QTimer m_timeout;
};

} // namespace sightglass
