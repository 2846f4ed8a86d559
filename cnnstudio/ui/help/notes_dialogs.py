"""What is told of the fields of the dialogs: exports, predictions, projects, the log, help itself."""

from cnnstudio.ui.help.field_note import FieldNote, marked

EXPORTS: dict[str, FieldNote] = {
    "format_*": FieldNote(marked(
        "PyTorch: the network for use in Python. Training script and notebook: train it again from the images. ONNX: "
        "for other programs and languages. For an assignment the notebook is usual.")),
    "export_path": FieldNote(marked(
        "The file or folder that is written. It can be anywhere you may write; what is already there is never replaced "
        "without a question.")),
    "export_images": FieldNote(marked(
        "50 to 200 are usual. More: surer that the export answers as the program does, and a longer wait. 0: it is not "
        "compared, and the certificate says so."), "split"),
    "export_folder": FieldNote(marked(
        "Where the pictures are written, with a list of what each was made of. A folder that is not there yet is "
        "made.")),
    "export_class": FieldNote(marked(
        "The class each image is taken for is usual. One class in every image shows where the network would see it."),
        "grad_cam"),
    "export_scale": FieldNote(marked(
        "Own peak shows each map's shape. The fixed limit lets the strength of maps be compared, as in one figure of a "
        "report."), "heatmap"),
    "export_dialog/export_*": FieldNote(marked(
        "Tick what is written of each heatmap: pictures to look at, the numbers to compute with, a script that makes "
        "it again. For a report the picture over the image is usual."), "heatmap"),
    "predict_folder": FieldNote(marked(
        "The folder with images nobody has sorted yet. They need no class folders. Nothing in it is changed.")),
    "predict_out": FieldNote(marked(
        "Where the table of answers is written. If an earlier prediction of the same folder lies there, it is gone on "
        "with.")),
    "predict_recursive": FieldNote(marked(
        "On (usual): images in folders inside are named too. Off: only those directly in the folder.")),
    "predict_sorts": FieldNote(marked(
        "On: every image is also copied into a folder named as its class. It takes the room of all images once more. "
        "Off (usual): only the table.")),
    "predict_unsure": FieldNote(marked(
        "Answers with a lower probability are listed to be looked at. 0.6 to 0.9 is usual. Higher: more to look at, "
        "fewer mistakes left. 0 lists none."), "calibration"),
    "label_order": FieldNote(marked(
        "Lowest probability is usual. The margin looks at the two most probable classes, the entropy at all: with many "
        "classes they find other doubtful images."), "softmax"),
}

OTHERS: dict[str, FieldNote] = {
    "notes": FieldNote(marked(
        "What you tried, found and want to try next, in your own words. It is saved in the project file.")),
    "log_search": FieldNote(marked(
        "Shows only entries with these letters in them. Empty: all entries.")),
    "log_level": FieldNote(marked(
        "Which entries are shown. Warnings and errors are usual; everything is of use for a bug report.")),
    "log_text": FieldNote(marked(
        "What the program noted, the newest last. It can be copied, not edited; the button below copies it with what a "
        "bug report needs.")),
    "command_palette/palette_search": FieldNote(marked(
        "Type a few letters of what you want to do, also of a setting, a run or a recent folder. The arrow keys "
        "choose, Enter does it.")),
    "glossary_search": FieldNote(marked(
        "Lists only terms with these letters in the word, its English name or its explanation. Empty: all terms.")),
}

NOTES = {**EXPORTS, **OTHERS}
