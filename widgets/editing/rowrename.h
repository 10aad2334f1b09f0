// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace sightglass {

/// A field over a heading in which its text is written anew: Return or another focus takes it, Escape does
/// not. Goes by itself.
class RowRename : public QLineEdit
{
    Q_OBJECT

public:
    RowRename(const QString &title, QWidget *heading);

signals:
    void renamed(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void finish(bool take);

    bool m_finished = false;
};

} // namespace sightglass
