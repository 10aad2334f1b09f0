// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/windowsettings.h"
#include "model/presentation/targetsources.h"

#include <QObject>
#include <QPointer>
#include <QString>
#include <QStringList>

class QWidget;

namespace sightglass {

class ConfigDialog;

/// Whether a file's name says that it is a configuration: .yml, .yaml.
[[nodiscard]] bool isConfigFileName(const QString &path);

/// The configuration files of a window: opened by menu, command line or by dropping them onto it, remembered
/// by their paths, told about in a dialog. GUI thread.
class WindowConfigs : public QObject
{
    Q_OBJECT

public:
    /// `sources` and `settings` outlive this.
    WindowConfigs(TargetSources *sources, WindowSettings *settings, QWidget *window);

    /// Opens what the window had open when it was closed, or, where there are any, `forThisTime` alone, which
    /// are not remembered.
    void start(const QStringList &forThisTime);

    /// A list of the files, for the window to put somewhere.
    [[nodiscard]] QWidget *makeList();

    /// Asks for a file and opens it.
    void choose();
    /// Opens and remembers it. Where there is something to say of it, that is shown once it has been read.
    void open(const QString &path);
    void close(const QString &path);
    /// What there is to say of it.
    void show(const QString &path);

protected:
    /// Files dropped onto the window.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void onStateChanged(const QString &path);
    /// `closed`: what was remembered and is not to be any more.
    void remember(const QString &closed = {});

    TargetSources *m_sources;
    WindowSettings *m_settings;
    QWidget *m_window;
    QStringList m_temporary;    ///< of the command line
    bool m_forThisTime = false; ///< whether there were any on the command line
    QStringList m_awaited;      ///< opened by hand and not read yet
    QPointer<ConfigDialog> m_dialog;
};

} // namespace sightglass
