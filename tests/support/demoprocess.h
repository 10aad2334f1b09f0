// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace sightglass::test {

/// The real demo observer on a free loopback port, started for a test and ended with it.
class DemoProcess
{
public:
    DemoProcess() = default;
    ~DemoProcess();
    DemoProcess(const DemoProcess &) = delete;
    DemoProcess &operator=(const DemoProcess &) = delete;

    /// Its state is in the folder, in one that goes with this where none is named. False, with the process's
    /// output in errorText(), when no URL was printed within 10 s.
    [[nodiscard]] bool start(const QStringList &arguments, const QString &stateFolder = {});
    void stop();
    /// The built program.
    [[nodiscard]] static QString binary();

    [[nodiscard]] const QString &url() const noexcept { return m_url; }
    /// The line that it prints next behind that of url(): of several systems each prints one. Empty where
    /// none comes within 10 s.
    [[nodiscard]] QString nextLine();
    [[nodiscard]] QProcess &process() noexcept { return m_process; }
    [[nodiscard]] const QString &errorText() const noexcept { return m_errorText; }

private:
    QTemporaryDir m_state;
    QProcess m_process;
    QString m_url;
    QByteArray m_unread; ///< what it printed behind the line of url()
    QString m_errorText;
};

} // namespace sightglass::test
