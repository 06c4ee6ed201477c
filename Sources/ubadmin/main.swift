print("ubadmin")
