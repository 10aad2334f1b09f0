// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/secretstore.h"

#include <QObject>
#include <QString>

namespace sightglass {

/// The desktop's secret store (Secret Service or KWallet, through QtKeychain). Where none runs, reading and
/// writing fail with a text that says so; nothing is ever kept in the clear instead. To be made on the GUI's
/// thread, whose event loop some of these services need.
class KeychainStore final : public QObject, public SecretStore
{
    Q_OBJECT

public:
    /// `service`: under which name the store lists the secrets.
    explicit KeychainStore(QString service, QObject *parent = nullptr);

    void read(const std::string &key, QObject *context, Read done) override;
    void write(const std::string &key, const std::string &secret, QObject *context, Written done) override;
    void remove(const std::string &key, QObject *context, Written done) override;

private:
    QString m_service;
};

} // namespace sightglass
