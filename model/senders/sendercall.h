// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/secretreader.h"
#include "model/senders/httpcall.h"
#include "model/senders/senderaddress.h"

#include <QObject>
#include <QUrl>

#include <functional>
#include <string>

namespace sightglass {

/// HttpCall to a SenderAddress, whose secret part is looked up anew for each call. No error holds it. One
/// call at a time; one thread, with an event loop.
class SenderCall : public QObject
{
    Q_OBJECT

public:
    using Done = HttpCall::Done;

    /// `secrets` outlives this, and may be null.
    SenderCall(SenderAddress address, HttpClientConfig client, SecretStore *secrets = nullptr,
               QObject *parent = nullptr);
    ~SenderCall() override;

    /// `path` goes behind the address' own; empty: none. Errors: those of HttpCall; FileUnreadable where the
    /// secret part cannot be had; InvalidUrl where what is kept is no address of the host that is shown.
    void post(const QString &path, const std::string &json, Done done);
    void get(const QString &path, Done done);

private:
    using Call = std::function<void(const QUrl &url, HttpCall::Done done)>;

    void call(const QString &path, Done done, Call made);
    void onWhole(const std::string &whole, const QString &path, const Done &done, const Call &made);

    SenderAddress m_address;
    SecretReader m_reader;
    HttpCall m_call;
};

} // namespace sightglass
