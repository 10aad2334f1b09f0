// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editing/rowrename.h"

#include <QKeyEvent>

namespace sightglass {

RowRename::RowRename(const QString &title, QWidget *heading)
    : QLineEdit(title, heading)
{
    setAccessibleName(tr("Title of the row"));
    setMaxLength(1000);
    setGeometry(heading->rect().adjusted(16, 1, -1, -1));
    connect(this, &QLineEdit::editingFinished, this, [this] { finish(true); });
    selectAll();
    show();
    setFocus(Qt::OtherFocusReason);
}

void RowRename::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        finish(false);
    else
        QLineEdit::keyPressEvent(event);
}

void RowRename::finish(bool take)
{
    if (m_finished)
        return;
    m_finished = true;
    hide();
    deleteLater();
    if (take && isModified())
        emit renamed(text());
    else
        parentWidget()->setFocus(Qt::OtherFocusReason);
}

} // namespace sightglass
