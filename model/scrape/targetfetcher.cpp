// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/targetfetcher.h"

#include "model/scrape/clientsecrets.h"
#include "model/scrape/commandfetcher.h"
#include "model/scrape/filefetcher.h"
#include "model/scrape/httpfetcher.h"
#include "model/scrape/keptcommandfetcher.h"
#include "model/scrape/unixlink.h"

#include <utility>

namespace sightglass {

namespace {

/// HTTP over a socket of this machine: the request's host says nothing of where it goes.
class UnixFetcher final : public Fetcher
{
public:
    UnixFetcher(const UnixSocketAddress &address, HttpOptions options, SecretStore *secrets)
        : m_request(address.request)
        , m_http(std::move(options), secrets,
                 [path = address.socket](const QUrl &) { return std::make_unique<UnixLink>(path); })
    {}

    void start(FetchRequest request, Done done) override
    {
        request.url = m_request;
        m_http.start(std::move(request), std::move(done));
    }
    void cancel() override { m_http.cancel(); }
    [[nodiscard]] bool isReadingRefused() const override { return m_http.isReadingRefused(); }

private:
    QUrl m_request;
    HttpFetcher m_http;
};

/// Of a target that is not to be asked.
class RefusingFetcher final : public QObject, public Fetcher
{
public:
    explicit RefusingFetcher(Error error)
        : m_error(std::move(error))
    {}

    void start(FetchRequest request, Done done) override
    {
        static_cast<void>(request);
        ++m_round;
        QMetaObject::invokeMethod(
            this,
            [this, round = m_round, done = std::move(done)] {
                if (round == m_round)
                    done(m_error);
            },
            Qt::QueuedConnection);
    }
    void cancel() override { ++m_round; }

private:
    Error m_error;
    std::uint64_t m_round = 0;
};

} // namespace

std::unique_ptr<Fetcher> makeFetcher(const TargetConfig &config, SecretStore *secrets)
{
    if (config.refused)
        return std::make_unique<RefusingFetcher>(*config.refused);
    switch (targetKind(config.url).value_or(TargetKind::Http)) {
    case TargetKind::UnixSocket:
        return std::make_unique<UnixFetcher>(unixSocketAddress(config.url), httpOptions(config), secrets);
    case TargetKind::File:
        return std::make_unique<FileFetcher>(config.url.toLocalFile());
    case TargetKind::Command:
        if (const Secret *command = keptCommand(config.client))
            return std::make_unique<KeptCommandFetcher>(*command, secrets);
        return std::make_unique<CommandFetcher>(commandLine(config.url));
    case TargetKind::Http:
        break;
    }
    return std::make_unique<HttpFetcher>(httpOptions(config), secrets);
}

} // namespace sightglass
