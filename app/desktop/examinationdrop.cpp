// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/examinationdrop.h"

#include "app/desktop/windowconfigs.h"
#include "app/desktop/windowdrop.h"

#include <QMimeData>
#include <QUrl>
#include <QWidget>

namespace sightglass {

namespace {

/// Empty where what is dropped is no file of this machine that could be a page.
QString fileOf(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    const QString file = urls.isEmpty() ? QString() : urls.constFirst().toLocalFile();
    return isConfigFileName(file) ? QString() : file;
}

bool canTake(const QMimeData &data)
{
    return data.hasUrls() ? !fileOf(data).isEmpty() : data.hasText();
}

} // namespace

ExaminationDrop::ExaminationDrop(QWidget *window)
    : QObject(window)
{
    window->setAcceptDrops(true);
    window->installEventFilter(this);
}

void ExaminationDrop::take(const QMimeData &data)
{
    if (const QString file = fileOf(data); !file.isEmpty())
        emit fileDropped(file);
    else
        emit textDropped(data.text());
}

bool ExaminationDrop::eventFilter(QObject *watched, QEvent *event)
{
    return takeDrop(event, canTake, [this](const QMimeData &data) { take(data); }) ||
           QObject::eventFilter(watched, event);
}

} // namespace sightglass
