// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/httplink.h"

#include <QLocalSocket>
#include <QString>

namespace sightglass {

/// A connection to a socket of this machine. Errors, all with the path: ConnectionRefused, FileUnreadable
/// where there is none, NetworkFailed.
class UnixLink final : public HttpLink
{
    Q_OBJECT

public:
    explicit UnixLink(const QString &path, QObject *parent = nullptr);
    ~UnixLink() override;

    void open() override;
    void write(const QByteArray &bytes) override;
    qint64 read(char *to, qint64 most) override;
    [[nodiscard]] qint64 bytesAvailable() const override;
    void abort() override;

private:
    void onError(QLocalSocket::LocalSocketError error);

    QString m_path;
    QLocalSocket m_socket;
    bool m_opened = false;
    bool m_aborted = false;
};

} // namespace sightglass
