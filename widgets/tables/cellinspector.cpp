// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tables/cellinspector.h"

#include "widgets/style/stylesheets.h"

#include <QCoreApplication>
#include <QFontDatabase>
#include <QFrame>
#include <QJsonDocument>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace sightglass {

namespace {

constexpr QSize popupSize(520, 320);

QString readable(const QString &text)
{
    const QJsonDocument json = QJsonDocument::fromJson(text.toUtf8());
    return json.isNull() ? text : QString::fromUtf8(json.toJson(QJsonDocument::Indented));
}

} // namespace

QWidget *inspectCell(QWidget *parent, QPoint at, const QString &text, const Theme &theme)
{
    auto *popup = new QFrame(parent, Qt::Popup);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setFrameShape(QFrame::StyledPanel);
    popup->setPalette(theme.palette());
    auto *view = new QPlainTextEdit(popup);
    view->setReadOnly(true);
    view->setFrameShape(QFrame::NoFrame);
    view->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    view->setStyleSheet(slimScrollBars(theme));
    view->setPlainText(readable(text));
    view->setAccessibleName(QCoreApplication::translate("sightglass::CellInspector", "The whole value"));
    auto *box = new QVBoxLayout(popup);
    box->setContentsMargins(6, 6, 6, 6);
    box->addWidget(view);
    popup->resize(popupSize);
    popup->move(at);
    popup->show();
    view->setFocus(Qt::PopupFocusReason);
    return popup;
}

} // namespace sightglass
