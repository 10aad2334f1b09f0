// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/bodyreceiver.h"
#include "model/scrape/fetcher.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>
#include <QTimer>

#include <array>
#include <memory>
#include <optional>

namespace sightglass {

/// Redirects followed before a fetch fails, as Go's HTTP client does for Prometheus.
inline constexpr int maxRedirects = 10;

/// "identity" for this machine, where packing costs more than sending, else "gzip".
[[nodiscard]] QByteArray acceptEncodingFor(const QUrl &url);

/// Whether other fetchers use this manager too.
void setShared(QNetworkAccessManager &manager, bool shared);

/// Whether a request sent through this manager got no headers in time: its HTTP thread may still be busy with
/// them, for as long as they come in, and nothing can call it off.
[[nodiscard]] bool hasFallenSilent(const QNetworkAccessManager &manager);

/// Fetches pages over HTTP as Prometheus does (exposition reference, sections 0.1 and 0.3): without cookies,
/// caches, proxies or sniffing, unpacking and measuring the body while it comes in, and hanging up as soon as
/// the verdict is clear.
class HttpFetcher final : public QObject, public Fetcher
{
    Q_OBJECT

public:
    /// `manager` must outlive this and live on the same thread.
    explicit HttpFetcher(QNetworkAccessManager &manager, QObject *parent = nullptr);
    ~HttpFetcher() override;

    void start(FetchRequest request, Done done) override;
    void cancel() override;

private:
    void get(const QUrl &url);
    void onTimeout();
    /// Away from a shared manager whose HTTP thread is held up, whoever does so: the next request goes
    /// through one of this fetcher's own.
    void leaveSilentManager();
    void dropReply();
    void onHeaders();
    void onBytes();
    void onFinished();
    void redirect();
    /// The verdict on the headers so far, empty while there is nothing against them.
    [[nodiscard]] std::optional<Error> headerError() const;
    [[nodiscard]] std::optional<Error> contentTypeError() const;
    [[nodiscard]] Error networkError() const;
    void conclude(Result<FetchedPage> result);

    QNetworkAccessManager *m_manager;
    std::unique_ptr<QNetworkAccessManager> m_ownManager; ///< null until a shared one fell silent
    FetchRequest m_request;
    Done m_done;
    QNetworkReply *m_reply = nullptr;
    std::optional<BodyReceiver> m_receiver;
    QTimer m_timeout;
    int m_redirects = 0;
    std::array<char, 65536> m_piece;
};

} // namespace sightglass
