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

/// The configuration files and rule files of a window: opened by menu, command line or by dropping them onto
/// it, remembered by their paths, told about in a dialog. GUI thread.
class WindowConfigs : public QObject
{
    Q_OBJECT

public:
    /// `sources` and `settings` outlive this.
    WindowConfigs(TargetSources *sources, WindowSettings *settings, QWidget *window);

    /// Opens what the window had open when it was closed, or, where there are any, `forThisTime` alone, which
    /// are not remembered.
    void start(const QStringList &forThisTime);
    /// The same with rule files that are open by themselves.
    void startRules(const QStringList &forThisTime);

    [[nodiscard]] const TargetSources *sources() const noexcept { return m_sources; }
    /// The rule files that are followed, by themselves or because a configuration names them; absolute paths,
    /// and names of rules that come along.
    [[nodiscard]] QStringList ruleFiles() const;

    /// A list of the files, for the window to put somewhere.
    [[nodiscard]] QWidget *makeList();

    /// Asks for a file and opens it.
    void choose();
    /// Opens and remembers it. Where there is something to say of it, that is shown once it has been read.
    void open(const QString &path, FollowedKind kind = FollowedKind::Configuration);
    void close(const QString &path);
    /// What there is to say of it.
    void show(const QString &path);

protected:
    /// Files dropped onto the window.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// What is open of one kind, beside what others of the kind are remembered for.
    struct Opened
    {
        QStringList temporary;    ///< of the command line
        bool forThisTime = false; ///< whether there were any on the command line
        QStringList shown = {};   ///< all, in the order in which they were opened
    };

    void start(Opened &opened, const QStringList &forThisTime, const QStringList &remembered,
               FollowedKind kind);
    void onStateChanged(const QString &path);
    /// `closed`: what was remembered and is not to be any more.
    void remember(const QString &closed = {});
    [[nodiscard]] static QStringList toRemember(const Opened &opened, QStringList remembered,
                                                const QString &closed);

    TargetSources *m_sources;
    WindowSettings *m_settings;
    QWidget *m_window;
    Opened m_configs;
    Opened m_rules;
    QStringList m_awaited; ///< opened by hand and not read yet
    QPointer<ConfigDialog> m_dialog;
};

} // namespace sightglass
