// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/error.h"

#include <QByteArray>
#include <QObject>

namespace sightglass {

/// A stream of bytes to one server and back: what HTTP is spoken over. Lives on one thread; never blocks. Its
/// user reads in its own time: a link holds little of what came in and then leaves the rest to the system,
/// which slows the server down.
class HttpLink : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Connects; once. Ends in opened() or failed(), unless aborted.
    virtual void open() = 0;
    virtual void write(const QByteArray &bytes) = 0;
    /// What has come in, at most `most` bytes; 0 where there is nothing. Goes on after closed().
    virtual qint64 read(char *to, qint64 most) = 0;
    [[nodiscard]] virtual qint64 bytesAvailable() const = 0;
    /// Hangs up at once. No signal comes after it.
    virtual void abort() = 0;

signals:
    void opened();
    void readable();
    /// The server hung up, after opened().
    void closed();
    void failed(const sightglass::Error &error);
};

} // namespace sightglass
