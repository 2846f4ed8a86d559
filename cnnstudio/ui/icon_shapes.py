"""The icon family's shapes: SVG bodies on a 24 px grid, stroked by `cnnstudio.ui.icons`."""

_FILLED = 'fill="#000000" stroke="none"'

_PROGRAM = {
    # the pages
    "data": '<rect x="3" y="5" width="18" height="14" rx="2"/><circle cx="8.5" cy="10" r="1.6"/>'
            '<path d="M3.5 17 9 12.5 12.5 15.5 16 11.5 20.5 16"/>',
    "network": '<rect x="8.5" y="3" width="7" height="5" rx="1.2"/><rect x="3" y="16" width="7" height="5" rx="1.2"/>'
               '<rect x="14" y="16" width="7" height="5" rx="1.2"/><path d="M12 8v4M6.5 16v-4h11v4"/>',
    "train": '<path d="M4 4v16h16"/><path d="M7 7c1.5 6.5 5 9 12.5 9.5"/>',
    "look": '<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z"/>'
            '<circle cx="12" cy="12" r="3"/>',
    "runs": '<rect x="3.5" y="4.5" width="17" height="15" rx="2"/><path d="M3.5 9.5h17M3.5 14.5h17M9 9.5v10"/>',
    # running
    "play": '<path d="M7.5 5.2v13.6L18.8 12Z"/>',
    "pause": '<path d="M8.5 5.5v13M15.5 5.5v13"/>',
    "stop": '<rect x="6" y="6" width="12" height="12" rx="1.5"/>',
    # editing
    "undo": '<path d="M8.5 5 4.5 9l4 4"/><path d="M4.5 9h9.5a5 5 0 0 1 0 10h-4"/>',
    "redo": '<path d="M15.5 5l4 4-4 4"/><path d="M19.5 9H10a5 5 0 0 0 0 10h4"/>',
    "open": '<path d="M3.5 18.5v-12a1.5 1.5 0 0 1 1.5-1.5h4.2l2 2.5h6.3A1.5 1.5 0 0 1 19 9v1.5"/>'
            '<path d="M3.5 18.5 6.2 11.4a1.4 1.4 0 0 1 1.3-.9h13.2l-2.6 7.1a1.4 1.4 0 0 1-1.3.9Z"/>',
    "import": '<path d="M12 3.5v11M7.5 10.5 12 15l4.5-4.5"/>'
              '<path d="M4 15.5V19a1.5 1.5 0 0 0 1.5 1.5h13a1.5 1.5 0 0 0 1.5-1.5v-3.5"/>',
    "search": '<circle cx="10.5" cy="10.5" r="6"/><path d="m15 15 5.5 5.5"/>',
    "add": '<path d="M12 5v14M5 12h14"/>',
    "less": '<path d="M5 12h14"/>',
    "fold": '<rect x="3.5" y="3.5" width="17" height="17" rx="3"/><path d="M7.5 12h9"/>',
    "unfold": '<rect x="3.5" y="3.5" width="17" height="17" rx="3"/><path d="M7.5 12h9M12 7.5v9"/>',
    "block": '<path d="M8 20.5h10.5a2 2 0 0 0 2-2V8"/><rect x="3.5" y="3.5" width="13" height="13" rx="2"/>'
             '<path d="M7 8h6M7 12h6"/>',
    "comment": '<path d="M5 4.5h14a1.5 1.5 0 0 1 1.5 1.5v9a1.5 1.5 0 0 1-1.5 1.5h-7l-4.5 4v-4H5A1.5 1.5 0 0 1 3.5'
               ' 15V6A1.5 1.5 0 0 1 5 4.5Z"/><path d="M7.5 8.7h9M7.5 12.3h6"/>',
    "delete": '<path d="M4.5 7h15M9.5 7V4.5h5V7M6.5 7l.9 12.5h9.2L17.5 7M10 10.5v5.5M14 10.5v5.5"/>',
    "copy": '<rect x="8.5" y="8.5" width="11" height="11" rx="2"/>'
            '<path d="M15.5 8.5V6a1.5 1.5 0 0 0-1.5-1.5H6A1.5 1.5 0 0 0 4.5 6v8A1.5 1.5 0 0 0 6 15.5h2.5"/>',
    "paste": '<rect x="5" y="5.5" width="14" height="15" rx="2"/><path d="M9 5.5V4h6v3H9ZM9 12h6M9 16h4"/>',
    "save": '<path d="M5 4.5h11l3.5 3.5v11.5H5a.5.5 0 0 1-.5-.5V5a.5.5 0 0 1 .5-.5Z"/>'
            '<path d="M8 4.5v5h7v-5M8 19.5v-6h8v6"/>',
    "fit": '<path d="M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5"/>',
    "layout": '<rect x="9" y="3.5" width="6" height="4.5" rx="1"/><rect x="4" y="16" width="6" height="4.5" rx="1"/>'
              '<rect x="14" y="16" width="6" height="4.5" rx="1"/>'
              '<path d="M12 8v3.5M7 16v-2a2 2 0 0 1 2-2h6a2 2 0 0 1 2 2v2"/>',
    "align_left": '<path d="M4 3.5v17"/><rect x="7" y="6" width="13" height="4.5" rx="1"/>'
                  '<rect x="7" y="14" width="8" height="4.5" rx="1"/>',
    "align_centre": '<path d="M12 3.5V6M12 10.5V14M12 18.5v2"/><rect x="4.5" y="6" width="15" height="4.5" rx="1"/>'
                    '<rect x="7.5" y="14" width="9" height="4.5" rx="1"/>',
    "align_right": '<path d="M20 3.5v17"/><rect x="4" y="6" width="13" height="4.5" rx="1"/>'
                   '<rect x="9" y="14" width="8" height="4.5" rx="1"/>',
    "align_top": '<path d="M3.5 4h17"/><rect x="6" y="7" width="4.5" height="13" rx="1"/>'
                 '<rect x="14" y="7" width="4.5" height="8" rx="1"/>',
    "align_middle": '<path d="M3.5 12H6M10.5 12H14M18.5 12h2"/><rect x="6" y="4.5" width="4.5" height="15" rx="1"/>'
                    '<rect x="14" y="7.5" width="4.5" height="9" rx="1"/>',
    "align_bottom": '<path d="M3.5 20h17"/><rect x="6" y="4" width="4.5" height="13" rx="1"/>'
                    '<rect x="14" y="9" width="4.5" height="8" rx="1"/>',
    "distribute_across": '<path d="M3.5 4v16M20.5 4v16"/><rect x="9.5" y="6.5" width="5" height="11" rx="1"/>',
    "distribute_down": '<path d="M4 3.5h16M4 20.5h16"/><rect x="6.5" y="9.5" width="11" height="5" rx="1"/>',
    "settings": '<path d="M4 7h9M17 7h3M4 12h3M11 12h9M4 17h7M15 17h5"/><circle cx="15" cy="7" r="2"/>'
                '<circle cx="9" cy="12" r="2"/><circle cx="13" cy="17" r="2"/>',
    # theme
    "light": '<circle cx="12" cy="12" r="4"/>'
             '<path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M5.6 18.4 7 17M17 7l1.4-1.4"/>',
    "dark": '<path d="M19.5 14.2A8 8 0 0 1 9.8 4.5a8 8 0 1 0 9.7 9.7Z"/>',
    # saying
    "info": '<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5.5M12 7.6v.2"/>',
    "warning": '<path d="M12 4.2 21 19.5H3Z"/><path d="M12 10v4.5M12 17v.2"/>',
    "error": '<circle cx="12" cy="12" r="8.5"/><path d="M12 7.5v5.5M12 16.2v.2"/>',
    "good": '<circle cx="12" cy="12" r="8.5"/><path d="m8 12.3 2.8 2.8L16 9.5"/>',
    "close": '<path d="m6.5 6.5 11 11M17.5 6.5l-11 11"/>',
    "check": '<path d="m5 12.8 4.5 4.4L19 7.5"/>',
    "help": '<circle cx="12" cy="12" r="8.5"/>'
            '<path d="M9.6 9.6a2.5 2.5 0 1 1 3.7 2.2c-.9.5-1.3 1-1.3 2M12 16.8v.2"/>',
    "lock": '<rect x="5" y="10.5" width="14" height="9.5" rx="2"/><path d="M8 10.5V8a4 4 0 0 1 8 0v2.5"/>',
    # things
    "photo": '<path d="M4 8.5A1.5 1.5 0 0 1 5.5 7h2.3l1.4-2h5.6l1.4 2h2.3A1.5 1.5 0 0 1 20 8.5v9a1.5'
             ' 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 17.5Z"/><circle cx="12" cy="13" r="3.4"/>',
    "chart": '<path d="M4 4v16h16"/><path d="M8.5 16v-4M12.5 16V8M16.5 16v-6"/>',
    "star": '<path d="m12 3.8 2.5 5.3 5.8.7-4.3 4 1.2 5.7L12 16.6l-5.2 2.9L8 13.8l-4.3-4 5.8-.7Z"/>',
    "star_filled": f'<path {_FILLED} d="m12 3.8 2.5 5.3 5.8.7-4.3 4 1.2 5.7L12 16.6l-5.2 2.9L8'
                   ' 13.8l-4.3-4 5.8-.7Z"/>',
    "tag": '<path d="M3.5 12.5V5A1.5 1.5 0 0 1 5 3.5h7.5l8 8-9 9Z"/><circle cx="8" cy="8" r="1.4"/>',
    "exclude": '<circle cx="12" cy="12" r="8.5"/><path d="m6 18 12-12"/>',
    "bring_back": '<path d="M4 12a8 8 0 1 1 2.4 5.7"/><path d="M4 19v-5h5"/>',
    "filter": '<path d="M4 5.5h16l-6.2 7.3v5.7l-3.6-1.8v-3.9Z"/>',
    "home": '<path d="m3.5 11.5 8.5-7.5 8.5 7.5"/><path d="M6 9.5v10h4.5v-5.5h3v5.5H18v-10"/>',
    "refresh": '<path d="M19.5 5v4.5H15M4.5 19v-4.5H9"/>'
               '<path d="M18.8 9.5A7.5 7.5 0 0 0 5.6 8M5.2 14.5A7.5 7.5 0 0 0 18.4 16"/>',
    "up": '<path d="m6 14.5 6-6 6 6"/>',
    "down": '<path d="m6 9.5 6 6 6-6"/>',
    "left": '<path d="m14.5 6-6 6 6 6"/>',
    "right": '<path d="m9.5 6 6 6-6 6"/>',
    "zoom_in": '<circle cx="10.5" cy="10.5" r="6"/><path d="m15 15 5.5 5.5M10.5 8v5M8 10.5h5"/>',
    "zoom_out": '<circle cx="10.5" cy="10.5" r="6"/><path d="m15 15 5.5 5.5M8 10.5h5"/>',
    "book": '<path d="M12 6.5C10 5 7 4.5 4 5v13c3-.5 6 0 8 1.5 2-1.5 5-2 8-1.5V5c-3-.5-6 0-8 1.5zM12 6.5v13"/>',
    "code": '<path d="m8.5 7-5 5 5 5M15.5 7l5 5-5 5"/>',
    "dice": '<rect x="4" y="4" width="16" height="16" rx="3"/>'
            f'<g {_FILLED}><circle cx="8.5" cy="8.5" r="1.3"/><circle cx="15.5" cy="8.5" r="1.3"/>'
            '<circle cx="12" cy="12" r="1.3"/>'
            '<circle cx="8.5" cy="15.5" r="1.3"/><circle cx="15.5" cy="15.5" r="1.3"/></g>',
    "grid": '<rect x="4" y="4" width="7" height="7" rx="1"/><rect x="13" y="4" width="7" height="7" rx="1"/>'
            '<rect x="4" y="13" width="7" height="7" rx="1"/><rect x="13" y="13" width="7" height="7" rx="1"/>',
    "more": f'<g {_FILLED}><circle cx="6" cy="12" r="1.5"/><circle cx="12" cy="12" r="1.5"/>'
            '<circle cx="18" cy="12" r="1.5"/></g>',
}

_AXES = '<path stroke-width="1" d="M4 19.5h16M12 4v16"/>'
_BOX = '<rect x="3.5" y="3.5" width="17" height="17" rx="1.5"/>'
_LAYERS = {
    "Input": '<rect x="9" y="5" width="11.5" height="14" rx="1.5"/><path d="M2.5 12h10M9.5 9l3 3-3 3"/>',
    "Output": '<rect x="3.5" y="5" width="11.5" height="14" rx="1.5"/><path d="M11 12h10.5M18.5 9l3 3-3 3"/>',
    "Backbone": '<rect x="3" y="3.5" width="4.5" height="17" rx="1"/>'
                '<rect x="9.75" y="6.5" width="4.5" height="11" rx="1"/>'
                f'<rect {_FILLED} x="16.5" y="9" width="4.5" height="6" rx="1"/>'
                '<path d="M7.500 12h2.250M14.250 12h2.250"/>',
    "Conv2d": f'{_BOX}<path stroke-width="1" d="M3.5 9.2h17M3.5 14.8h17M9.2 3.5v17M14.8 3.5v17"/>'
              f'<rect {_FILLED} x="3.9" y="3.9" width="10.6" height="10.6" opacity=".45"/>',
    "DepthwiseConv2d": '<rect x="3" y="3.5" width="8" height="6.5" rx="1"/>'
                       '<rect x="3" y="14" width="8" height="6.5" rx="1"/>'
                       '<rect x="15" y="3.5" width="6" height="6.5" rx="1"/>'
                       '<rect x="15" y="14" width="6" height="6.5" rx="1"/><path d="M11 7h4M11 17.2h4"/>'
                       f'<rect {_FILLED} x="3.4" y="3.9" width="4.6" height="4.6" opacity=".45"/>'
                       f'<rect {_FILLED} x="3.4" y="14.4" width="4.6" height="4.6" opacity=".45"/>',
    "ConvTranspose2d": f'{_BOX}<path stroke-width="1" d="M3.5 9.2h17M3.5 14.8h17M9.2 3.5v17M14.8 3.5v17"/>'
                       f'<rect {_FILLED} x="9.7" y="9.7" width="4.6" height="4.6"/>'
                       '<path d="m9 9-4-4M5 7.6V5h2.6M15 15l4 4M19 16.4V19h-2.6"/>',
    "FixedKernel": f'{_BOX}<path stroke-width="1" d="M3.5 9.2h17M3.5 14.8h17M9.2 3.5v17M14.8 3.5v17"/>'
                   '<path d="M5 6.4h2.6M5 12h2.6M5 17.6h2.6M16.4 6.4H19M17.7 5.1v2.6M16.4 12H19M17.7 10.7v2.6'
                   'M16.4 17.6H19M17.7 16.3v2.6"/>',
    "MaxPool2d": f'{_BOX}<path stroke-width="1" d="M12 3.5v17M3.5 12h17"/>'
                 f'<rect {_FILLED} x="13" y="5" width="5.5" height="5.5"/>',
    "AvgPool2d": f'{_BOX}<path stroke-width="1" d="M12 3.5v17M3.5 12h17"/>'
                 f'<rect {_FILLED} x="8" y="8" width="8" height="8" opacity=".6"/>',
    "AdaptiveAvgPool2d": '<rect x="7.5" y="7.5" width="9" height="9" rx="1"/>'
                         '<path d="M3.5 8V3.5H8M16 3.5h4.5V8M20.5 16v4.5H16M8 20.5H3.5V16M12 7.5v9M7.5 12h9"/>',
    "AdaptiveMaxPool2d": '<rect x="7.5" y="7.5" width="9" height="9" rx="1"/>'
                         '<path d="M3.5 8V3.5H8M16 3.5h4.5V8M20.5 16v4.5H16M8 20.5H3.5V16"/>'
                         f'<rect {_FILLED} x="12" y="9" width="3" height="3"/>',
    "GlobalMaxPool2d": f'{_BOX}<path d="m6.5 6.5 3 3M17.5 6.5l-3 3M6.5 17.5l3-3M17.5 17.5l-3-3"/>'
                       f'<rect {_FILLED} x="10" y="10" width="4" height="4"/>',
    "Upsample": '<rect x="3.5" y="13" width="7.5" height="7.5" rx="1"/><path d="M3.5 9V3.5h17v17H15"/>'
                '<path d="m12.5 11.5 4.5-4.5M13 7h4v4"/>',
    "ZeroPad2d": '<rect stroke-dasharray="2 2.4" x="3.5" y="3.5" width="17" height="17" rx="1.5"/>'
                 '<rect x="8" y="8" width="8" height="8" rx="1"/>',
    "Crop2d": '<path d="M7 2.5V17h14.5M2.5 7H17v14.5"/>',
    "GlobalAvgPool2d": f'{_BOX}<path d="m6.5 6.5 3 3M17.5 6.5l-3 3M6.5 17.5l3-3M17.5 17.5l-3-3"/>'
                       f'<circle {_FILLED} cx="12" cy="12" r="2"/>',
    "BatchNorm2d": '<path d="M3 18.5h18"/><path d="M4 16.5c4.5 0 4.5-11 8-11s3.5 11 8 11"/>'
                   '<path stroke-width="1" stroke-dasharray="1.5 2.5" d="M12 6v12"/>',
    "BatchNorm1d": '<path d="M3 16.5h18"/><path d="M4 14.5c4.5 0 4.5-10 8-10s3.5 10 8 10"/>'
                   '<path d="M4 20.5h3M9 20.5h3M14 20.5h3"/>',
    "LayerNorm": '<rect x="3.5" y="4" width="17" height="16" rx="1.5"/>'
                 '<path d="M6 16c3.5 0 3.5-8 6-8s2.5 8 6 8"/>',
    "GroupNorm": '<rect x="3.5" y="3.5" width="17" height="7.5" rx="1.5"/>'
                 '<rect x="3.5" y="13" width="17" height="7.5" rx="1.5"/>'
                 '<path stroke-width="1.4" d="M6 9c3.5 0 3.5-3.8 6-3.8S14.5 9 18 9'
                 'M6 18.5c3.5 0 3.5-3.8 6-3.8s2.5 3.8 6 3.8"/>',
    "Dropout2d": '<rect x="3" y="3.5" width="7" height="7" rx="1"/><rect x="14" y="3.5" width="7" height="7" rx="1"/>'
                 '<rect x="3" y="13.5" width="7" height="7" rx="1"/>'
                 '<path d="m15 14.5 5 5M20 14.500l-5 5"/>',
    "SqueezeExcitation": '<path d="M4 20.5V13M8 20.5V6M12 20.5V16M16 20.5V9M20 20.5v-7"/>'
                         '<path stroke-width="1" d="M4 9.5 8 3M12 12l4-6M8 3l4 9M16 6l4 4"/>',
    "Dropout": f'<g {_FILLED}><circle cx="6" cy="6" r="1.9"/><circle cx="18" cy="6" r="1.9"/>'
               '<circle cx="12" cy="12" r="1.9"/><circle cx="6" cy="18" r="1.9"/></g>'
               '<circle cx="12" cy="6" r="1.6"/><circle cx="6" cy="12" r="1.6"/><circle cx="18" cy="12" r="1.6"/>'
               '<path d="m16.5 16.5 3 3M19.5 16.5l-3 3"/><circle cx="12" cy="18" r="1.6"/>',
    "ReLU": f'{_AXES}<path stroke-width="2" d="M4 19.5h8L19.5 6"/>',
    "ReLU6": f'{_AXES}<path stroke-width="2" d="M4 19.5h8L16.5 8H20"/>',
    "PReLU": '<path stroke-width="1" d="M4 15h16M12 4v16"/><path stroke-width="2" d="M12 15 19.5 4.5"/>'
             '<path stroke-dasharray="2 2" d="M4 20l8-5M4 17.500l8-2.5"/>',
    "LeakyReLU": '<path stroke-width="1" d="M4 16h16M12 4v16"/><path stroke-width="2" d="M4 19.5 12 16 19.5 4.5"/>',
    "ELU": '<path stroke-width="1" d="M4 15h16M12 4v16"/><path stroke-width="2" d="M4 19.5c5 0 6.5-2 8-4.5L19 4.5"/>',
    "SELU": '<path stroke-width="1" d="M4 13h16M12 4v16"/><path stroke-width="2" d="M4 19c5 0 6.5-2 8-6L16.5 4"/>',
    "GELU": '<path stroke-width="1" d="M4 16h16M12 4v16"/>'
            '<path stroke-width="2" d="M4 16c4 0 4.5 2.5 6 2.500S13 14 19 4.5"/>',
    "SiLU": '<path stroke-width="1" d="M4 15h16M12 4v16"/>'
            '<path stroke-width="2" d="M4 16c3 1 4 3 6 3S14 13 20 5"/>',
    "Hardswish": '<path stroke-width="1" d="M4 15h16M12 4v16"/>'
                 '<path stroke-width="2" d="M4 15h2.5l4 2L13 15l6-10.5"/>',
    "Hardsigmoid": f'{_AXES}<path stroke-width="2" d="M4 18.5h4l8-13h4"/>',
    "Sigmoid": f'{_AXES}<path stroke-width="2" d="M4 18.5c6.5 0 6-1.5 8-6.5s1.5-6.5 8-6.5"/>',
    "Tanh": '<path stroke-width="1" d="M4 12h16M12 4v16"/>'
            '<path stroke-width="2" d="M4 18.5c6 0 6.5-1 8-6.5s2-6.5 8-6.5"/>',
    "Maxout": '<path stroke-width="1" d="M4 19.5h16"/><path stroke-width="2" d="m4 6 5.5 9.5h4L20 5"/>'
              '<path stroke-width="1" stroke-dasharray="1.5 2.5" d="m9.5 15.5 2 3.5M13.5 15.5 11 19"/>',
    "Softmax": '<path d="M4 20h16"/><path stroke-width="2.4" d="M6.5 20v-4M10.2 20v-7M13.8 20V5M17.5 20v-5"/>',
    "Flatten": '<rect x="3" y="4" width="8" height="8" rx="1"/><path stroke-width="1" d="M7 4v8M3 8h8"/>'
               '<path d="M13.5 8h5v4M16 10l2.5 2.5L21 10"/><rect x="3" y="16" width="18" height="4" rx="1"/>'
               '<path stroke-width="1" d="M7.5 16v4M12 16v4M16.5 16v4"/>',
    "Linear": '<path stroke-width="1.1" d="M6 5.5 18 8M6 5.5 18 16M6 12 18 8M6 12l12 4M6 18.5 18 8'
              f'M6 18.5 18 16"/><g {_FILLED}><circle cx="6" cy="5.5" r="2.2"/><circle cx="6" cy="12" r="2.2"/>'
              '<circle cx="6" cy="18.5" r="2.2"/><circle cx="18" cy="8" r="2.2"/>'
              '<circle cx="18" cy="16" r="2.2"/></g>',
    "Add": '<circle cx="12" cy="12" r="8.5"/><path d="M12 8v8M8 12h8"/>',
    "Multiply": '<circle cx="12" cy="12" r="8.5"/><path d="m9.2 9.2 5.6 5.600M14.8 9.200l-5.6 5.6"/>',
    "Concatenate": '<rect x="3.5" y="6" width="8" height="12" rx="1"/>'
                   '<rect x="12.5" y="6" width="8" height="12" rx="1"/>'
                   '<path stroke-width="1" d="M3.5 10h8M3.5 14h8M12.5 10h8M12.5 14h8"/>',
}

SHAPES: dict[str, str] = {**_PROGRAM, **_LAYERS}
