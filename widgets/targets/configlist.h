// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/presentation/targetsources.h"

#include <QHash>
#include <QString>
#include <QWidget>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace sightglass {

/// The configuration files that are followed, a line each: name, what it comes to, a click away from all
/// there is to say of it, and closed again. Takes no room while there are none.
class ConfigList : public QWidget
{
    Q_OBJECT

public:
    /// `sources` outlives this.
    explicit ConfigList(TargetSources *sources, QWidget *parent = nullptr);

signals:
    void shown(const QString &path);
    void closed(const QString &path);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row
    {
        QWidget *widget;
        QToolButton *name;
        QLabel *summary;
    };

    void rebuild();
    [[nodiscard]] Row makeRow(const QString &path);
    void update(const QString &path);

    TargetSources *m_sources;
    QVBoxLayout *m_layout;
    QHash<QString, Row> m_rows;
};

} // namespace sightglass
