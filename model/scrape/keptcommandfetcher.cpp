// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/keptcommandfetcher.h"

#include "model/scrape/commandfetcher.h"
#include "model/scrape/commandwords.h"
#include "parser/base/durationtext.h"

#include <algorithm>
#include <utility>

namespace sightglass {

KeptCommandFetcher::KeptCommandFetcher(Secret command, SecretStore *store)
    : m_command(std::move(command))
    , m_reader(store)
{
    m_timeout.setSingleShot(true);
    QObject::connect(&m_timeout, &QTimer::timeout, &m_timeout, [this] {
        conclude({ErrorCode::ScrapeTimedOut, {formatDurationMs(m_request.timeoutMs)}, {}, {}});
    });
}

KeptCommandFetcher::~KeptCommandFetcher() = default;

void KeptCommandFetcher::start(FetchRequest request, Done done)
{
    cancel();
    m_request = std::move(request);
    m_done = std::move(done);
    m_timeout.start(static_cast<int>(m_request.timeoutMs));
    // A text is known at once, but nobody is to be called from within start().
    QMetaObject::invokeMethod(
        &m_timeout,
        [this] {
            if (!m_timeout.isActive())
                return;
            m_reader.read({m_command}, [this](Result<std::vector<std::string>> texts) {
                if (texts)
                    run(texts->front());
                else
                    conclude(std::move(texts).error());
            });
        },
        Qt::QueuedConnection);
}

void KeptCommandFetcher::cancel()
{
    m_timeout.stop();
    m_reader.cancel();
    m_done = nullptr;
    if (m_fetcher)
        m_fetcher->cancel();
}

void KeptCommandFetcher::run(const std::string &command)
{
    const QStringList words = commandWords(QString::fromStdString(command));
    if (words.isEmpty()) {
        conclude({ErrorCode::CommandFailed, {"that is kept", "what is kept is no command"}, {}, {}});
        return;
    }
    m_request.timeoutMs = std::max<std::int64_t>(1, m_timeout.remainingTime());
    m_timeout.stop();
    m_fetcher = std::make_unique<CommandFetcher>(words);
    m_fetcher->start(std::move(m_request), std::exchange(m_done, nullptr));
}

void KeptCommandFetcher::conclude(Error error)
{
    const Done done = std::exchange(m_done, nullptr);
    cancel();
    if (done)
        done(std::move(error));
}

} // namespace sightglass
